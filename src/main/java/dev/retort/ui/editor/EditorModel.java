package dev.retort.ui.editor;

import dev.retort.engine.Project;
import dev.retort.engine.edit.Drafts.Draft;
import dev.retort.engine.edit.SourceFile;
import dev.retort.engine.edit.SourceFile.Saving;
import dev.retort.ui.task.Background;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ChangeListener;
import javafx.util.Subscription;

/**
 * One file being edited: what is on disk, whether it differs from what is here, and what is asked
 * before anything gets lost. Toolkit's thread; the disk is met in the background.
 */
public final class EditorModel {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  private final EditorSource source;
  private final Background background;
  private final Path file;
  private final Runnable closed;
  private final TextChecks checks;
  private final DraftKeeper drafts;
  private final OpenedFile opened = new OpenedFile();
  private final DiskSide disk = new DiskSide();
  private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper edited = new ReadOnlyBooleanWrapper(false);
  private final Leaving leaving = new Leaving();
  private final ChangeListener<Optional<Project>> follow =
      (observable, before, now) -> lookAtDisk();
  private final List<Subscription> subscriptions = new ArrayList<>();
  private Optional<EditorText> text = Optional.empty();
  private boolean busy;

  /**
   * The model of a file; {@link #open} reads it.
   *
   * @param closed called when the editor is to be taken away
   */
  public EditorModel(EditorSource source, Background background, Path file, Runnable closed) {
    this.source = source;
    this.background = background;
    this.file = file.toAbsolutePath().normalize();
    this.closed = closed;
    this.drafts = new DraftKeeper(source.drafts(), this.file, background, trouble::set);
    this.checks = new TextChecks(source, background, this.file, this::text, this::checked);
    source.project().addListener(follow);
  }

  /** Where the text will be; before anything else is asked for. */
  void attach(EditorText where) {
    text = Optional.of(where);
  }

  private String text() {
    return text.map(EditorText::text).orElse("");
  }

  /** Reads the file and shows it at a line, 1-based; 0 for wherever. */
  public void open(int line) {
    busy = true;
    background.run(
        () -> {
          SourceFile read = SourceFile.read(file);
          return new Opening(read, Limits.why(read), drafts.find());
        },
        opening -> {
          busy = false;
          show(opening);
          if (line > 0) {
            reveal(line);
          }
        },
        problem -> {
          busy = false;
          opened.failed(problem);
        });
  }

  private record Opening(SourceFile read, Optional<String> why, Optional<Draft> draft) {}

  private void show(Opening opening) {
    SourceFile read = opening.read();
    opened.read(read, opening.why());
    put(read, false);
    drafts.offer(opening.draft().filter(kept -> editable() && !kept.text().equals(read.text())));
    checks.now();
  }

  private void put(SourceFile now, boolean undoable) {
    opened.take(now);
    text.ifPresent(where -> where.show(now.text(), undoable));
    edited.set(false);
  }

  /** Brings a line into view. */
  public void reveal(int line) {
    text.ifPresent(where -> where.reveal(line));
  }

  /** To be called after each change that a person makes. */
  void touched() {
    if (opened.file().isEmpty()) {
      return;
    }
    // Whether a long text is as it was is found out with its problems.
    boolean longer = opened.file().get().text().length() > 100_000;
    edited.set(longer || opened.differs(text()));
    state.set("");
    checks.soon();
  }

  /** Whether Retort can use the file at all. */
  boolean usable() {
    return editable() || opened.readable();
  }

  /** The text has been looked at again: what is not saved is kept, in case it never will be. */
  private void checked(String looked) {
    if (!editable()) {
      return;
    }
    edited.set(opened.differs(looked));
    if (edited.get()) {
      drafts.keep(looked);
    }
  }

  /** Whether the text can be changed. */
  public boolean editable() {
    return opened.editable();
  }

  /** Makes a file of another encoding one that can be edited; saving writes it as UTF-8. */
  public void convert() {
    opened.convert();
    edited.set(editable());
    checks.soon();
  }

  /** Writes the text, unless the file was changed by somebody else. */
  public void save() {
    if (busy || !editable()) {
      return;
    }
    SourceFile base = opened.file().orElseThrow();
    boolean gone = disk.isGone();
    boolean drop = !drafts.offers();
    String now = text();
    busy = true;
    background.run(
        () -> {
          Saving saving = gone ? base.saveAnew(now) : base.save(now);
          if (saving instanceof Saving.Saved && drop) {
            drafts.drop();
          }
          return saving;
        },
        saving -> {
          busy = false;
          trouble.set("");
          switch (saving) {
            case Saving.Saved(SourceFile saved) -> saved(saved);
            case Saving.Changed(SourceFile other) -> {
              leaving.stay();
              disk.changed(other);
            }
            case Saving.Gone() -> {
              leaving.stay();
              disk.gone(source.project().getValue(), base);
            }
          }
        },
        problem -> {
          busy = false;
          leaving.stay();
          trouble.set("The file could not be saved: " + Names.reason(problem) + ".");
        });
  }

  private void saved(SourceFile now) {
    opened.take(now);
    disk.asOpened();
    edited.set(!now.text().equals(text()));
    state.set("Saved " + clock());
    if (!edited.get() && leaving.askingProperty().get()) {
      leaving.goOn();
    }
  }

  /** Writes the text over what somebody else has written, as it was seen. */
  public void overwrite() {
    Optional<SourceFile> seen = disk.theirs();
    if (seen.isPresent()) {
      opened.take(seen.get());
      disk.asOpened();
      save();
    }
  }

  /** Takes what is on disk in place of the edits; they can be had back by undoing. */
  public void reload() {
    Optional<SourceFile> seen = disk.theirs();
    if (seen.isPresent()) {
      put(seen.get(), true);
      disk.asOpened();
      settle();
    }
  }

  /** Goes back to what is saved; the edits can be had back by undoing. */
  public void revert() {
    opened.file().filter(one -> edited.get()).ifPresent(one -> put(one, true));
    edited.set(!opened.readable() && editable());
    settle();
  }

  private void settle() {
    checks.now();
    drafts.settle();
  }

  /** Shows what is different on disk, or hides it again. */
  public void compare() {
    disk.compare(text());
  }

  /** Takes up the edits that were kept. */
  public void takeDraft() {
    drafts.take().ifPresent(one -> text.ifPresent(where -> where.show(one.text(), true)));
  }

  /** Forgets the edits that were kept. */
  public void dropDraft() {
    drafts.refuse();
    checks.now();
  }

  /** Leaves, now or when it is decided what becomes of the edits. */
  public void close() {
    leave(closed);
  }

  /** Leaves, now or when it is decided what becomes of the edits, and does something then. */
  public void leave(Runnable then) {
    leaving.ask(edited.get() && editable(), then);
  }

  /** Does not leave. */
  public void stay() {
    leaving.stay();
  }

  /** Leaves without the edits. */
  public void discard() {
    edited.set(false);
    if (drafts.offers()) {
      leaving.goOn();
    } else {
      background.run(drafts::drop, dropped -> leaving.goOn(), problem -> leaving.goOn());
    }
  }

  /** Says what did not work. */
  public void say(String words) {
    trouble.set(words);
  }

  /** Keeps a subscription to something that lives longer than this. */
  void until(Subscription subscription) {
    subscriptions.add(subscription);
  }

  /** Lets go of the project; nothing is told any more. */
  public void end() {
    subscriptions.forEach(Subscription::unsubscribe);
    source.project().removeListener(follow);
    checks.end();
  }

  /** Looks whether somebody else has changed the file. */
  public void lookAtDisk() {
    if (busy || opened.file().isEmpty()) {
      return;
    }
    SourceFile base = opened.file().get();
    background.run(
        base::again,
        now -> {
          // What was saved or read meanwhile has been looked at by that.
          if (!busy && opened.file().filter(base::equals).isPresent()) {
            found(base, now);
          }
        },
        problem -> trouble.set("The file cannot be read: " + Names.reason(problem) + "."));
    checks.soon();
  }

  private void found(SourceFile base, Optional<SourceFile> now) {
    if (now.isEmpty()) {
      disk.gone(source.project().getValue(), base);
    } else if (now.get().sameAs(base)) {
      disk.asOpened();
    } else if (!edited.get() || now.get().text().equals(text())) {
      opened.replaced(now.get());
      put(now.get(), false);
      disk.asOpened();
      state.set("Changed on disk, read again " + clock());
      checks.now();
    } else {
      disk.changed(now.get());
    }
  }

  private static String clock() {
    return CLOCK.format(LocalTime.now(ZoneId.systemDefault()));
  }

  /** The file, absolute. */
  public Path file() {
    return file;
  }

  /** The file's name, from the project's folder on. */
  public String name() {
    return Names.within(source.project().getValue(), file);
  }

  /** What is wrong with the text, as far as it was looked at. */
  TextChecks checks() {
    return checks;
  }

  /** The file as it was opened or saved last; empty while it is being read. */
  ReadOnlyObjectProperty<Optional<SourceFile>> openedProperty() {
    return opened.fileProperty();
  }

  /** How the file on disk stands to that. */
  ReadOnlyObjectProperty<OnDisk> diskProperty() {
    return disk.diskProperty();
  }

  /** Edits of another time that were not saved. */
  ReadOnlyObjectProperty<Optional<Draft>> draftProperty() {
    return drafts.offeredProperty();
  }

  /** What is different on disk, while that is shown. */
  ReadOnlyObjectProperty<Optional<DiskSide.Comparison>> comparisonProperty() {
    return disk.comparisonProperty();
  }

  /** Why the text cannot be changed; empty where it can. */
  public ReadOnlyStringProperty readOnlyProperty() {
    return opened.readOnlyProperty();
  }

  /** What did not work. */
  public ReadOnlyStringProperty troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /** What happened last. */
  public ReadOnlyStringProperty stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Whether something here is not on disk. */
  public ReadOnlyBooleanProperty editedProperty() {
    return edited.getReadOnlyProperty();
  }

  /** Whether it is being asked what becomes of the edits. */
  public ReadOnlyBooleanProperty leavingProperty() {
    return leaving.askingProperty();
  }
}
