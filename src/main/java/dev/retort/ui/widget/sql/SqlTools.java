package dev.retort.ui.widget.sql;

import dev.retort.ui.widget.Nodes;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The buttons over SQL: fold, unfold, find, wrap, copy. */
final class SqlTools extends HBox {
  private final Button fold;
  private final Button unfold;

  /**
   * Buttons whose ids begin with that of the view.
   *
   * @param foldAll called with whether to fold or to unfold
   */
  SqlTools(String id, Consumer<Boolean> foldAll, Runnable find, Runnable wrap, Runnable copy) {
    getStyleClass().add("sql-tools");
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    fold = Nodes.iconButton(id + "-fold", Feather.CHEVRONS_UP, "Fold all (Ctrl+[)");
    unfold = Nodes.iconButton(id + "-unfold", Feather.CHEVRONS_DOWN, "Unfold all (Ctrl+])");
    Button search = Nodes.iconButton(id + "-find", Feather.SEARCH, "Find (Ctrl+F)");
    Button lines = Nodes.iconButton(id + "-wrap", Feather.CORNER_DOWN_LEFT, "Wrap lines (Alt+Z)");
    Button all = Nodes.iconButton(id + "-copy", Feather.COPY, "Copy all of it");
    fold.setOnAction(event -> foldAll.accept(true));
    unfold.setOnAction(event -> foldAll.accept(false));
    search.setOnAction(event -> find.run());
    lines.setOnAction(event -> wrap.run());
    all.setOnAction(event -> copy.run());
    getChildren().addAll(fold, unfold, search, lines, all);
    foldable(false);
  }

  /** Whether there is anything to fold. */
  void foldable(boolean possible) {
    List.of(fold, unfold).forEach(button -> Nodes.show(button, possible));
  }
}
