package dev.retort.ui.widget.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.ui.SameThread;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the palette shows for what is typed, in which order, and what Enter does. */
class PaletteModelTest {
  private @TempDir Path home;
  private final List<String> done = new ArrayList<>();
  private final Actions actions = new Actions();

  private PaletteModel model() {
    return new PaletteModel(actions, new RecentActions(home.resolve("actions")), new SameThread());
  }

  private Action action(String id, String words) {
    return Action.of(id, "Group", words, () -> done.add(id));
  }

  private static List<String> found(PaletteModel model, String typed) {
    model.open();
    model.typedProperty().set(typed);
    return model.found().stream().map(Action::id).toList();
  }

  @Test
  void whatBeginsWithTheWordsComesBeforeWhatHasThemInside() {
    actions.add(
        action("inside", "Preview"),
        action("word", "Plan review"),
        action("beginning", "Review the plan"),
        action("whole", "Review"));
    assertEquals(List.of("whole", "beginning", "word", "inside"), found(model(), "review"));
  }

  @Test
  void initialsAndLettersApartAreFoundAndNonsenseIsNot() {
    actions.add(action("initials", "Go to a revision"), action("apart", "Downgrade"));
    PaletteModel model = model();
    assertEquals(List.of("initials"), found(model, "gtar"));
    assertEquals(List.of("apart"), found(model, "dwngr"));
    assertEquals(List.of(), found(model, "xyzzy"));
    assertEquals(List.of(), found(model, "go xyzzy"));
  }

  @Test
  void everyWordCountsInAnyOrder() {
    actions.add(action("one", "Export the graph as SVG"), action("other", "Export the plan"));
    assertEquals(List.of("one"), found(model(), "svg export"));
  }

  @Test
  void whatWasUsedLastComesFirstAlsoAfterAStart() {
    actions.add(action("a", "Alpha"), action("b", "Beta"), action("c", "Gamma"));
    PaletteModel model = model();
    found(model, "gamma");
    model.perform();
    found(model, "beta");
    model.perform();
    assertEquals(List.of("c", "b"), done);
    assertEquals(List.of("b", "c", "a"), found(model, ""));
    assertEquals(List.of("b", "c", "a"), found(model(), ""));
  }

  @Test
  void amongEqualsTheOneUsedLastComesFirst() {
    actions.add(action("svg", "Export SVG"), action("png", "Export PNG"));
    PaletteModel model = model();
    assertEquals("svg", found(model, "export").getFirst());
    model.move(1);
    model.perform();
    assertEquals("png", found(model, "export").getFirst());
  }

  @Test
  void whatCannotBeDoneStaysOpenAndIsNotDone() {
    actions.add(action("no", "Never").unless(() -> "Because"));
    PaletteModel model = model();
    assertEquals(List.of("no"), found(model, "never"));
    model.perform();
    assertTrue(model.openProperty().get());
    assertEquals(List.of(), done);
    model.close();
    assertFalse(model.openProperty().get());
  }

  @Test
  void theChoiceStaysAtTheEnds() {
    actions.add(action("a", "Alpha"), action("b", "Beta"));
    PaletteModel model = model();
    model.open();
    model.move(-1);
    assertEquals(0, model.chosenProperty().get());
    model.move(10);
    assertEquals(1, model.chosenProperty().get());
  }

  @Test
  void sourcesAreAskedForWhatIsTyped() {
    actions.add(typed -> List.of(action("made", "Go to " + typed)));
    assertEquals(List.of("made"), found(model(), "0012"));
  }
}
