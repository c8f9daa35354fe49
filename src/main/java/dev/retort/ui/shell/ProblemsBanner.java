package dev.retort.ui.shell;

import dev.retort.engine.Project;
import dev.retort.problem.Problem;
import dev.retort.ui.widget.Nodes;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What is wrong with a project's files: where, what, and what to do; each place can be opened. */
final class ProblemsBanner extends VBox {
  private static final int SHOWN = 6;

  /**
   * The problems of a project.
   *
   * @param open opens the file of a problem
   */
  ProblemsBanner(Project project, List<Problem> errors, Consumer<Problem> open) {
    super(4);
    getChildren()
        .add(
            Nodes.label(
                errors.size() == 1
                    ? "A problem in the files has to be put right before anything runs."
                    : "%,d problems in the files have to be put right before anything runs."
                        .formatted(errors.size()),
                "strong"));
    errors.stream()
        .limit(SHOWN)
        .forEach(problem -> getChildren().add(line(project, problem, open)));
    if (errors.size() > SHOWN) {
      getChildren().add(Nodes.label("and %,d more".formatted(errors.size() - SHOWN), "muted"));
    }
  }

  private static HBox line(Project project, Problem problem, Consumer<Problem> open) {
    HBox line = new HBox(8);
    line.getStyleClass().add("problem");
    problem.file().ifPresent(file -> line.getChildren().add(place(project, problem, file, open)));
    Label words = new Label(problem.words());
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(words, Priority.ALWAYS);
    line.getChildren().add(words);
    return line;
  }

  private static Hyperlink place(
      Project project, Problem problem, Path file, Consumer<Problem> open) {
    Path root = project.root();
    String name = (file.startsWith(root) ? root.relativize(file) : file).toString();
    Hyperlink place = new Hyperlink(name + (problem.line() > 0 ? ":" + problem.line() : ""));
    place.setMinWidth(USE_PREF_SIZE);
    place.setAccessibleText("Open " + place.getText());
    place.setOnAction(event -> open.accept(problem));
    return place;
  }
}
