package dev.retort.ui.runs;

import dev.retort.engine.Project;
import dev.retort.engine.journal.Journal;
import dev.retort.engine.journal.JournalEntry;
import dev.retort.engine.journal.JournalEntry.Outcome;
import dev.retort.engine.journal.JournalExport;
import dev.retort.ui.task.Background;
import dev.retort.ui.task.ClientWords;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** The runs of this machine, newest first: filtered, looked into, copied, exported. */
public final class RunsModel {

  /** Which endings are shown. */
  public enum Ending {
    ALL("All endings"),
    DONE("Done"),
    FAILED("Failed"),
    CANCELLED("Cancelled"),
    REFUSED("Refused"),
    NOT_ENDED("Not ended");

    private final String words;

    Ending(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }

    boolean takes(JournalEntry entry) {
      Optional<Outcome> outcome = entry.end().map(JournalEntry.End::outcome);
      return switch (this) {
        case ALL -> true;
        case NOT_ENDED -> outcome.isEmpty();
        case DONE -> outcome.equals(Optional.of(Outcome.DONE));
        case FAILED -> outcome.equals(Optional.of(Outcome.FAILED));
        case CANCELLED -> outcome.equals(Optional.of(Outcome.CANCELLED));
        case REFUSED -> outcome.equals(Optional.of(Outcome.REFUSED));
      };
    }
  }

  /** What is known of a run's SQL. */
  public sealed interface Sql {
    /** No run is selected, or its SQL is being read. */
    record Unknown() implements Sql {}

    /** It was kept. */
    record Kept(String text) implements Sql {}

    /** It was not, or cannot be read. */
    record Missing(String why) implements Sql {}
  }

  private static final String NEVER_KEPT =
      "No SQL was kept of this run: it was made by an earlier version, or its file was removed.";

  private final RunLog log;
  private final Background background;
  private final ZoneId zone;
  private final ObservableValue<Optional<Project>> project;
  private final ObservableList<JournalEntry> all = FXCollections.observableArrayList();
  private final FilteredList<JournalEntry> shown = new FilteredList<>(all);
  private final StringProperty filter = new SimpleStringProperty("");
  private final ObjectProperty<Ending> ending = new SimpleObjectProperty<>(Ending.ALL);
  private final BooleanProperty everyProject = new SimpleBooleanProperty(false);
  private final ObjectProperty<Optional<JournalEntry>> selected =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Sql> sql = new ReadOnlyObjectWrapper<>(new Sql.Unknown());
  private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
  private int asked;
  private int read;

  /**
   * The runs of a log.
   *
   * @param project the one whose runs are shown, unless all are wanted
   */
  public RunsModel(
      RunLog log, Background background, ZoneId zone, ObservableValue<Optional<Project>> project) {
    this.log = log;
    this.background = background;
    this.zone = zone;
    this.project = project;
    filter.addListener(observable -> refilter());
    ending.addListener(observable -> refilter());
    everyProject.addListener(observable -> refilter());
    project.addListener(observable -> refilter());
    selected.addListener((observable, before, now) -> readSql(now));
    refilter();
  }

  /** Reads the log again. */
  public void load() {
    int question = ++read;
    background.run(
        log::read,
        reading -> {
          if (question == read) {
            show(reading);
          }
        },
        this::fail);
  }

  private void show(Journal.Reading reading) {
    Optional<String> before = selected.get().map(JournalEntry::run);
    all.setAll(reading.entries().reversed());
    notice.set(
        switch (reading.damaged()) {
          case 0 -> "";
          case 1 -> "One line of the log could not be read.";
          default -> reading.damaged() + " lines of the log could not be read.";
        });
    selected.set(
        before.flatMap(run -> shown.stream().filter(one -> one.run().equals(run)).findFirst()));
  }

  private void refilter() {
    String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
    Optional<String> root = project.getValue().map(one -> one.root().toString());
    boolean every = everyProject.get();
    Ending how = ending.get();
    shown.setPredicate(
        entry ->
            (every || root.filter(one -> !one.equals(entry.where().project())).isEmpty())
                && how.takes(entry)
                && (wanted.isEmpty() || RunWords.all(entry, zone).contains(wanted)));
    if (selected.get().filter(one -> !shown.contains(one)).isPresent()) {
      selected.set(Optional.empty());
    }
  }

  private void readSql(Optional<JournalEntry> entry) {
    int question = ++asked;
    sql.set(new Sql.Unknown());
    entry.ifPresent(
        one ->
            background.run(
                () -> log.sql(one.run()),
                found -> {
                  if (question == asked) {
                    sql.set(found.<Sql>map(Sql.Kept::new).orElse(new Sql.Missing(NEVER_KEPT)));
                  }
                },
                problem -> {
                  if (question == asked) {
                    sql.set(new Sql.Missing("The SQL cannot be read: " + ClientWords.of(problem)));
                  }
                }));
  }

  /** Writes the runs that are shown as comma-separated values. */
  public void exportCsv(Path file) {
    List<JournalEntry> runs = List.copyOf(shown);
    write(file, () -> JournalExport.csv(runs));
  }

  /** Writes the runs that are shown as JSON. */
  public void exportJson(Path file) {
    List<JournalEntry> runs = List.copyOf(shown);
    write(file, () -> JournalExport.json(runs));
  }

  /** Writes the SQL of the selected run; does nothing where none was kept. */
  public void exportSql(Path file) {
    if (sql.get() instanceof Sql.Kept(String text)) {
      write(file, () -> text);
    }
  }

  private void write(Path file, Callable<String> text) {
    background.run(
        () -> Files.writeString(file, text.call(), StandardCharsets.UTF_8),
        written -> notice.set("Written to " + written + "."),
        this::fail);
  }

  private void fail(Throwable problem) {
    notice.set(ClientWords.of(problem));
  }

  /** What a message to a colleague should have of the selected run. */
  public String copyOfSelected() {
    return selected.get().map(one -> RunWords.copy(one, zone)).orElse("");
  }

  /** Says something about what was done. */
  void say(String words) {
    notice.set(words);
  }

  /** The zone that times are shown in. */
  ZoneId zone() {
    return zone;
  }

  /** The runs that match, newest first. */
  public ObservableList<JournalEntry> shown() {
    return shown;
  }

  /** All runs, newest first. */
  public ObservableList<JournalEntry> all() {
    return all;
  }

  /** What the runs shown have in them somewhere. */
  public StringProperty filterProperty() {
    return filter;
  }

  /** How the runs shown ended. */
  public ObjectProperty<Ending> endingProperty() {
    return ending;
  }

  /** Whether other projects' runs are shown as well. */
  public BooleanProperty everyProjectProperty() {
    return everyProject;
  }

  /** The run that is looked into. */
  public ObjectProperty<Optional<JournalEntry>> selectedProperty() {
    return selected;
  }

  /** Its SQL. */
  public ReadOnlyObjectProperty<Sql> sqlProperty() {
    return sql.getReadOnlyProperty();
  }

  /** What became of the last thing asked for; empty if there is nothing to say. */
  public ReadOnlyStringProperty noticeProperty() {
    return notice.getReadOnlyProperty();
  }
}
