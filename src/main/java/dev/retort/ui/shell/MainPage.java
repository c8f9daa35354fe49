package dev.retort.ui.shell;

import dev.retort.problem.Problem;
import dev.retort.ui.graph.RevisionListModel;
import dev.retort.ui.graph.RevisionListView;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.session.ProjectSession.Trouble;
import dev.retort.ui.task.Background;
import dev.retort.ui.widget.Nodes;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The revisions, the selected one, and the target field; banners above them say what is wrong. */
final class MainPage extends BorderPane {
  private final ProjectSession session;
  private final VBox banners = new VBox();

  MainPage(
      ProjectSession session,
      RevisionListModel revisions,
      ReviewModel review,
      Background background,
      Runnable openReview) {
    this.session = session;
    Inspector inspector = new Inspector(background);
    revisions.selectedProperty().addListener((observable, before, now) -> inspector.show(now));
    SplitPane split = new SplitPane(new RevisionListView(revisions), inspector);
    split.setDividerPositions(0.6);
    setTop(banners);
    setCenter(split);
    setBottom(actionBar(review, openReview));
    session.projectProperty().addListener((observable, before, now) -> showBanners());
    session.positionProperty().addListener((observable, before, now) -> showBanners());
    session.databaseTroubleProperty().addListener((observable, before, now) -> showBanners());
    session.watchTroubleProperty().addListener((observable, before, now) -> showBanners());
    showBanners();
  }

  private HBox actionBar(ReviewModel review, Runnable openReview) {
    TextField target = new TextField();
    target.setId("target");
    target.setAccessibleText("Target to upgrade to");
    target.setPrefWidth(200);
    target.setMinWidth(120);
    target.textProperty().bindBidirectional(review.targetProperty());
    Label words = new Label();
    words.setId("target-words");
    words.setWrapText(true);
    words.textProperty().bind(review.wordsProperty());
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    Button open = Nodes.button("review", "Review upgrade", "accent");
    open.disableProperty()
        .bind(review.planProperty().map(plan -> plan.isEmpty() || plan.get().steps().isEmpty()));
    open.setOnAction(event -> openReview.run());
    target.setOnAction(event -> open.fire());
    HBox bar = new HBox(Nodes.label("Target", "muted"), target, words, open);
    bar.getStyleClass().add("action-bar");
    return bar;
  }

  private void showBanners() {
    banners.getChildren().clear();
    List<Problem> errors =
        session.projectProperty().get().map(project -> project.errors()).orElse(List.of());
    if (!errors.isEmpty()) {
      VBox lines = new VBox(4);
      lines
          .getChildren()
          .add(
              Nodes.label(
                  "These files cannot be used as they are; nothing runs until they are put right.",
                  "strong"));
      errors.stream()
          .limit(8)
          .forEach(problem -> lines.getChildren().add(wrapped(problem.oneLine())));
      if (errors.size() > 8) {
        lines
            .getChildren()
            .add(Nodes.label("and %d more: retort history".formatted(errors.size() - 8), "muted"));
      }
      banner("file-problems", lines, "banner-danger");
    }
    Optional<Trouble> trouble = session.databaseTroubleProperty().get();
    trouble.ifPresent(
        now -> {
          VBox lines = new VBox(4, wrapped(now.message()));
          if (!now.hint().isEmpty()) {
            lines.getChildren().add(wrapped(now.hint()));
          }
          Button retry = Nodes.button("retry", "Try again");
          retry.setOnAction(event -> session.refresh());
          HBox.setHgrow(lines, Priority.ALWAYS);
          banner("database-trouble", new HBox(12, lines, retry), "banner-danger");
        });
    session
        .watchTroubleProperty()
        .get()
        .ifPresent(
            now ->
                banner("not-watched", wrapped(now.message() + " " + now.hint()), "banner-warning"));
    session
        .positionProperty()
        .get()
        .filter(position -> !position.unknown().isEmpty())
        .ifPresent(
            position ->
                banner(
                    "unknown-rows",
                    wrapped(
                        "The database is at %s, which no revision file has. Bring the file back (another branch may have it), or stamp the revision that the schema really matches."
                            .formatted(position.unknown())),
                    "banner-warning"));
  }

  private void banner(String id, javafx.scene.Node content, String style) {
    HBox banner = new HBox(content);
    HBox.setHgrow(content, Priority.ALWAYS);
    banner.setId(id);
    banner.getStyleClass().addAll("banner", style);
    banners.getChildren().add(banner);
  }

  private static Label wrapped(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    return label;
  }
}
