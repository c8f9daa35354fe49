package dev.retort.ui.author;

import dev.retort.engine.Project;
import dev.retort.engine.author.LooseHeads;
import dev.retort.revision.RevisionId;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.widget.Nodes;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A calm line while there are several heads that no label explains, with the two ways to one. */
public final class HeadsLine extends HBox {
  private static final int NAMED = 4;

  private final Label words = new Label();
  private List<RevisionId> heads = List.of();

  /** The line of a session; hidden while there is nothing to say. */
  public HeadsLine(
      ProjectSession session, Consumer<List<RevisionId>> merge, Consumer<List<RevisionId>> rebase) {
    setId("heads-line");
    getStyleClass().add("heads-line");
    words.setId("heads-words");
    Hyperlink merging = link("merge-heads", "Merge…");
    merging.setOnAction(event -> merge.accept(heads));
    Hyperlink rebasing = link("rebase-heads", "Rebase one onto the other…");
    rebasing.setOnAction(event -> rebase.accept(heads));
    getChildren().addAll(new FontIcon(Feather.GIT_MERGE), words, merging, rebasing);
    session
        .projectProperty()
        .subscribe(
            (Optional<Project> project) -> {
              heads =
                  project
                      .filter(one -> one.errors().isEmpty())
                      .map(one -> LooseHeads.of(one.graph()))
                      .orElse(List.of());
              words.setText(words(heads));
              Nodes.show(rebasing, heads.size() == 2);
              Nodes.show(this, !heads.isEmpty());
            });
  }

  private static Hyperlink link(String id, String text) {
    Hyperlink link = new Hyperlink(text);
    link.setId(id);
    link.setAccessibleText(text);
    link.setMinWidth(USE_PREF_SIZE);
    return link;
  }

  static String words(List<RevisionId> heads) {
    List<String> names = heads.stream().limit(NAMED).map(RevisionId::value).toList();
    String all =
        heads.size() > NAMED
            ? String.join(", ", names) + " and " + (heads.size() - NAMED) + " more"
            : names.stream().limit(Math.max(0, names.size() - 1)).collect(Collectors.joining(", "))
                + " and "
                + (names.isEmpty() ? "" : names.getLast());
    return heads.size() + " heads: " + all;
  }
}
