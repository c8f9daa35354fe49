package dev.retort.ui.widget.action;

import dev.retort.ui.task.Background;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What is typed into the palette and what answers to it, best first. With nothing typed, what was
 * used last comes first. Toolkit's thread.
 */
public final class PaletteModel {
  private static final int MOST = 60;

  private final Actions actions;
  private final RecentActions recent;
  private final Background background;
  private final StringProperty typed = new SimpleStringProperty("");
  private final ObservableList<Action> found = FXCollections.observableArrayList();

  /** Kept, for it listens to the list only as long as somebody holds it. */
  private final ObservableList<Action> shown = FXCollections.unmodifiableObservableList(found);

  private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(0);
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(false);
  private List<String> used = List.of();

  /** A palette over a registry. */
  public PaletteModel(Actions actions, RecentActions recent, Background background) {
    this.actions = actions;
    this.recent = recent;
    this.background = background;
    typed.addListener((observable, before, now) -> search());
    // What was used last is a comfort: without the file one begins anew.
    background.run(recent::all, known -> used = known, unreadable -> {});
  }

  /** Opens it with nothing typed. */
  public void open() {
    typed.set("");
    search();
    open.set(true);
  }

  /** Closes it; nothing is done. */
  public void close() {
    open.set(false);
  }

  /** Moves the choice, and stays at the ends. */
  public void move(int by) {
    if (!found.isEmpty()) {
      chosen.set(Math.clamp((long) chosen.get() + by, 0, found.size() - 1));
    }
  }

  /** Chooses a row. */
  void choose(int row) {
    chosen.set(row);
  }

  /** Does what is chosen and closes; what cannot be done stays, with its reason in sight. */
  public void perform() {
    if (chosen.get() >= found.size()) {
      return;
    }
    Action action = found.get(chosen.get());
    if (!action.possible()) {
      return;
    }
    close();
    background.run(() -> recent.used(action.id()), now -> used = now, unwritable -> {});
    action.run().run();
  }

  private record Scored(Action action, int score, int lastUsed) {}

  private void search() {
    String words = typed.get().strip();
    List<Scored> scored = new ArrayList<>();
    for (Action action : actions.find(words)) {
      int score = words.isEmpty() ? 1 : score(words, action);
      if (score > Fuzzy.NONE) {
        int at = used.indexOf(action.id());
        scored.add(new Scored(action, score, at < 0 ? Integer.MAX_VALUE : at));
      }
    }
    // The sort is stable: what is alike stays in the order in which it was handed in.
    scored.sort(
        Comparator.comparingInt((Scored one) -> -one.score() / 100)
            .thenComparingInt(Scored::lastUsed)
            .thenComparingInt(one -> one.action().possible() ? 0 : 1)
            .thenComparingInt(one -> -one.score()));
    found.setAll(scored.stream().limit(MOST).map(Scored::action).toList());
    chosen.set(0);
  }

  private static int score(String words, Action action) {
    int name = Fuzzy.score(words, action.words());
    // Words of its name count for more than those it is only found by.
    int all =
        Fuzzy.score(words, action.words() + " " + action.more() + " " + action.group()) * 2 / 3;
    return Math.max(name, all);
  }

  /** What is typed. */
  public StringProperty typedProperty() {
    return typed;
  }

  /** What answers, best first. */
  public ObservableList<Action> found() {
    return shown;
  }

  /** The row that Enter takes. */
  public ReadOnlyIntegerProperty chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** Whether it is open. */
  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }
}
