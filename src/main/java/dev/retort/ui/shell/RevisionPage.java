package dev.retort.ui.shell;

import dev.retort.engine.Position;
import dev.retort.engine.RevisionStatus;
import dev.retort.engine.seen.Changed;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.revision.Script;
import dev.retort.revision.TransactionMode;
import dev.retort.revision.WayBack;
import dev.retort.ui.proof.ProofTab;
import dev.retort.ui.schema.SchemaModel;
import dev.retort.ui.schema.SchemaTab;
import dev.retort.ui.session.GitFacts;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.task.Background;
import dev.retort.ui.widget.Nodes;
import dev.retort.ui.widget.OnDemand;
import dev.retort.ui.widget.diff.DiffSide;
import dev.retort.ui.widget.diff.DiffView;
import dev.retort.ui.widget.sql.SqlView;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One revision: its header in words, its SQL both ways, its schema, the proof of its way back. */
final class RevisionPage extends VBox {
  private final Label id = Nodes.label("", "mono", "inspector-id");
  private final Label state = Nodes.chip("");
  private final Label message = Nodes.label("", "inspector-message");
  private final Label facts = Nodes.label("", "muted");
  private final SqlView upgrade;
  private final SqlView downgrade;
  private final SchemaTab schema;
  private final ProofTab proof;
  private final TabPane tabs;
  private final Label git = Nodes.label("", "muted", "git-words");
  private final Button edit = Nodes.iconButton("edit-file", Feather.EDIT_2, "Edit the file (E)");
  private final ObservableValue<GitFacts> inGit;
  private final ObservableValue<Optional<Position>> position;
  private Optional<RevisionId> shown = Optional.empty();
  private Optional<Path> file = Optional.empty();
  private final Label editedWords = new Label();
  private final HBox editedLine = new HBox(new FontIcon(Feather.EDIT_3), editedWords);
  private final OnDemand<DiffView> editedDiff;
  private final Tab editedTab;

  RevisionPage(ProjectSession session, Background background, Editing editing) {
    this.inGit = session.git().factsProperty();
    getStyleClass().add("inspector-page");
    upgrade = new SqlView("upgrade-sql", background);
    downgrade = new SqlView("downgrade-sql", background);
    message.setWrapText(true);
    facts.setWrapText(true);
    schema = new SchemaTab(new SchemaModel(session, background), background);
    proof = new ProofTab(session.roundTrips(), background);
    tabs = new TabPane(tab("Upgrade", upgrade), tab("Downgrade", downgrade), schema, proof);
    tabs.setId("inspector-tabs");
    editedDiff = new OnDemand<>(() -> new DiffView("edited-diff", background));
    editedTab = tab("Edited", new Region());
    editedTab.setId("tab-edited");
    editedWords.setId("edited-words");
    editedWords.setWrapText(true);
    editedLine.getStyleClass().addAll("banner", "banner-warning", "edited-line");
    VBox.setVgrow(tabs, Priority.ALWAYS);
    git.setId("inspector-git");
    git.setGraphic(new FontIcon(Feather.GIT_COMMIT));
    git.setWrapText(true);
    inGit.subscribe(now -> showGit());
    position = session.positionProperty();
    state.setId("inspector-state");
    position.subscribe(now -> showState());
    edit.setOnAction(event -> file.ifPresent(path -> editing.edit(path, 0)));
    HBox top = new HBox(8, id, state, Nodes.spacer(), edit);
    top.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(top, message, facts, git, editedLine, tabs);
  }

  private static Tab tab(String name, Node content) {
    Tab tab = new Tab(name, content);
    tab.setClosable(false);
    return tab;
  }

  /**
   * Shows a revision.
   *
   * @param edited what was run on the chosen database, if its file was edited since
   */
  void show(Revision one, Optional<Changed> edited) {
    shown = Optional.of(one.id());
    id.setText(one.id().value());
    showState();
    message.setText(one.message());
    facts.setText(facts(one));
    file = one.file();
    Nodes.show(edit, file.isPresent());
    showGit();
    upgrade.show(text(one.upgrade(), "-- Nothing to run."));
    downgrade.show(wayBack(one));
    schema.show(Optional.of(one.id()));
    proof.show(one);
    Nodes.show(editedLine, edited.isPresent());
    if (edited.isEmpty()) {
      tabs.getTabs().remove(editedTab);
    }
    edited.ifPresent(this::showEdited);
  }

  /** Something else is shown in its place: nothing more is worked out for it. */
  void leave() {
    schema.show(Optional.empty());
  }

  private void showEdited(Changed edited) {
    String run = edited.last().words(ZoneId.systemDefault());
    editedWords.setText(
        "Its file was edited after it ran on this database ("
            + run
            + "). The database has what ran, not what stands here now. To change it, write a new"
            + " revision.");
    if (edited.before().isEmpty()) {
      tabs.getTabs().remove(editedTab);
    } else if (!tabs.getTabs().contains(editedTab)) {
      editedTab.setContent(editedDiff.get());
      tabs.getTabs().add(editedTab);
    }
    edited
        .before()
        .ifPresent(
            before ->
                editedDiff
                    .get()
                    .show(
                        new DiffSide("as " + run, before),
                        new DiffSide("as the file is now", edited.now())));
  }

  /**
   * Where it stands on the chosen database, as in its row; nothing while that is not known, or
   * where the database is at something that the files lack.
   */
  private void showState() {
    Optional<Position> known = position.getValue();
    Optional<RevisionStatus> status =
        known
            .flatMap(at -> shown.map(at::status))
            .filter(
                now -> now != RevisionStatus.PENDING || known.orElseThrow().unknown().isEmpty());
    Nodes.show(state, status.isPresent());
    status.ifPresent(
        now -> {
          state.setText(now.word());
          state.getStyleClass().setAll("label", "chip", "state-" + now.word());
        });
  }

  private void showGit() {
    String words = file.flatMap(path -> inGit.getValue().of(path)).map(GitFacts::words).orElse("");
    git.setText(words);
    Nodes.show(git, !words.isEmpty());
  }

  /** Brings the keyboard here. */
  void toContent() {
    tabs.requestFocus();
  }

  static String wayBack(Revision one) {
    return switch (one.wayBack()) {
      case WayBack.Downgrade(Script script) -> text(script, "-- Nothing to run.");
      case WayBack.Irreversible(String reason) ->
          "-- There is deliberately no way back" + (reason.isEmpty() ? "." : ": " + reason);
      case WayBack.Missing missing -> "-- The file has no downgrade section.";
    };
  }

  static String text(Script script, String empty) {
    return script.sql().isBlank() ? empty : script.sql().strip() + "\n";
  }

  /** The hour is in the file. */
  private static String day(String date) {
    return date.matches("\\d{4}-\\d{2}-\\d{2}[ T].*") ? date.substring(0, 10) : date;
  }

  private static String facts(Revision revision) {
    String revises =
        revision.downRevisions().isEmpty()
            ? "a base"
            : "revises "
                + revision.downRevisions().stream()
                    .map(RevisionId::value)
                    .collect(Collectors.joining(", "));
    String depends =
        revision.dependsOn().isEmpty()
            ? ""
            : " · depends on " + String.join(", ", revision.dependsOn());
    String mode = revision.upgrade().mode() == TransactionMode.AUTOCOMMIT ? " · autocommit" : "";
    return revises
        + depends
        + revision.createDate().map(date -> " · " + day(date)).orElse("")
        + mode;
  }
}
