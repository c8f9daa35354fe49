package dev.retort.ui.shell;

import dev.retort.revision.Revision;
import dev.retort.ui.schema.BetweenModel;
import dev.retort.ui.schema.BetweenTab;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.task.Background;
import dev.retort.ui.widget.Nodes;
import dev.retort.ui.widget.sql.SqlView;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * Two revisions, one above the other as in the graph: how they lie to each other, and their SQL.
 */
final class PairPage extends VBox {
  private final Label words = Nodes.label("", "inspector-message");
  private final Label upper = Nodes.label("", "inspector-id");
  private final Label lower = Nodes.label("", "inspector-id");
  private final SqlView upperSql;
  private final SqlView lowerSql;
  private final BetweenTab between;
  private final TabPane tabs;

  PairPage(ProjectSession session, Background background) {
    getStyleClass().add("inspector-page");
    setId("pair-page");
    upperSql = new SqlView("upper-sql", background);
    lowerSql = new SqlView("lower-sql", background);
    words.setWrapText(true);
    SplitPane split = new SplitPane(half(upper, upperSql), half(lower, lowerSql));
    split.setOrientation(Orientation.VERTICAL);
    between = new BetweenTab(new BetweenModel(session, background), background);
    Tab sql = new Tab("SQL", split);
    sql.setClosable(false);
    tabs = new TabPane(sql, between);
    VBox.setVgrow(tabs, Priority.ALWAYS);
    getChildren().addAll(words, tabs);
  }

  private static VBox half(Label title, SqlView sql) {
    VBox.setVgrow(sql, Priority.ALWAYS);
    return new VBox(8, title, sql);
  }

  void show(Revision newer, Revision older, String sentence) {
    words.setText(sentence);
    upper.setText(newer.id() + "  " + newer.message());
    lower.setText(older.id() + "  " + older.message());
    upperSql.show(RevisionPage.text(newer.upgrade(), "-- Nothing to run."));
    lowerSql.show(RevisionPage.text(older.upgrade(), "-- Nothing to run."));
    between.show(older.id(), newer.id());
  }

  /** Something else is shown in its place: nothing more is worked out for it. */
  void leave() {
    between.leave();
  }

  /** Brings the keyboard here. */
  void toContent() {
    tabs.requestFocus();
  }
}
