package dev.retort.ui.shell;

import dev.retort.engine.Connection;
import dev.retort.engine.Position;
import dev.retort.engine.Project;
import dev.retort.profile.Environment;
import dev.retort.profile.Profile;
import dev.retort.revision.RevisionId;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.widget.Nodes;
import dev.retort.ui.widget.Slow;
import dev.retort.ui.widget.action.Keys;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The top of the window: which project, which database and where it is, refresh and theme. */
final class Header extends HBox {
  private static final double WIDE = 1060;

  /** A position of so few letters is never cut. */
  private static final int SHORT = 16;

  private final ProjectSession session;
  private final ComboBox<Profile> profile = new ComboBox<>();
  private final Label environment = Nodes.chip("", "environment");
  private final Label where = Nodes.label("", "mono");
  private final Label pending = Nodes.label("", "strong");
  private final Label heads = Nodes.label("");
  private final Label pendingDot = Nodes.label("·", "muted");
  private final Label headsDot = Nodes.label("·", "muted");
  private final ProgressIndicator busy = new ProgressIndicator();

  Header(ProjectSession session, ProjectMenu project, Runnable openPalette, Runnable switchTheme) {
    this.session = session;
    getStyleClass().add("header");
    profile.setId("profile");
    profile.setAccessibleText("Connection profile");
    profile.setItems(session.profiles());
    profile.setConverter(new Names());
    profile
        .valueProperty()
        .addListener(
            (observable, before, now) -> {
              if (now != null) {
                session.choose(now);
              }
            });
    where.setId("position");
    // What tells long ids apart is often at their end.
    where.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    profile.setMinWidth(120);
    profile.setMaxWidth(320);
    Label title = Nodes.label("Retort", "title");
    title.setMinWidth(USE_PREF_SIZE);
    title.setGraphic(new FontIcon(Feather.DROPLET));
    heads.setId("heads");
    heads.setMinWidth(USE_PREF_SIZE);
    Button actions = actions(openPalette);
    pending.setId("pending");
    pending.setMinWidth(USE_PREF_SIZE);
    busy.setPrefSize(18, 18);
    busy.setMaxSize(18, 18);
    busy.setAccessibleText("Reading");
    busy.visibleProperty().bind(Slow.of(session.busyProperty()));
    Button refresh =
        Nodes.iconButton("refresh", Feather.REFRESH_CW, "Read files and database again (F5)");
    refresh.setOnAction(event -> session.refresh());
    Button theme = Nodes.iconButton("theme", Feather.MOON, "Switch between light and dark");
    theme.setOnAction(event -> switchTheme.run());
    getChildren()
        .addAll(
            title,
            project,
            Nodes.spacer(),
            profile,
            environment,
            where,
            pendingDot,
            pending,
            headsDot,
            heads,
            Nodes.spacer(),
            busy,
            actions,
            refresh,
            theme);
    session.projectProperty().addListener((observable, before, now) -> showProject(now));
    session.connectionProperty().addListener((observable, before, now) -> showConnection(now));
    session.positionProperty().addListener((observable, before, now) -> showPosition(now));
    session
        .unversioned()
        .foundProperty()
        .addListener((observable, before, now) -> showPosition(session.positionProperty().get()));
    showProject(session.projectProperty().get());
    showConnection(session.connectionProperty().get());
    showPosition(session.positionProperty().get());
  }

  /** Looks like a field to search in, and opens the palette. */
  private Button actions(Runnable openPalette) {
    Label words = Nodes.label("Actions…", "muted");
    Label keys = Nodes.label(Keys.shown("Shortcut+K"), "keys");
    HBox content = new HBox(8, new FontIcon(Feather.SEARCH), words, keys);
    content.setAlignment(Pos.CENTER_LEFT);
    Button button = new Button("", content);
    button.setId("actions");
    button.setAccessibleText("Actions");
    button.setTooltip(new Tooltip("Find any action, revision or profile"));
    button.getStyleClass().add("actions-button");
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> openPalette.run());
    // A narrow window needs its room for where the database is.
    widthProperty()
        .subscribe(
            width -> {
              Nodes.show(words, width.doubleValue() >= WIDE);
              Nodes.show(keys, width.doubleValue() >= WIDE);
              showHeads();
            });
    return button;
  }

  private void showProject(Optional<Project> now) {
    Nodes.show(profile, now.isPresent());
    int number = now.map(project -> project.graph().heads().size()).orElse(0);
    heads.setText(number == 1 ? "1 head" : number == 0 ? "no head" : number + " heads");
    heads.setTooltip(
        new Tooltip(
            now.map(
                    project ->
                        project.graph().heads().stream()
                            .limit(20)
                            .map(RevisionId::value)
                            .collect(Collectors.joining(", ")))
                .orElse("")));
    showHeads();
  }

  private void showHeads() {
    boolean room = getWidth() >= WIDE && session.projectProperty().get().isPresent();
    Nodes.show(heads, room);
    Nodes.show(headsDot, room);
  }

  private void showConnection(Optional<Connection> now) {
    Nodes.show(environment, now.isPresent());
    now.ifPresent(
        connection -> {
          profile.setValue(connection.profile());
          Environment kind = connection.profile().environment();
          environment.setText(kind.name());
          environment.getStyleClass().removeIf(style -> style.startsWith("environment-"));
          environment.getStyleClass().add("environment-" + kind.name().toLowerCase(Locale.ROOT));
        });
  }

  private void showPosition(Optional<Position> now) {
    Nodes.show(where, now.isPresent());
    Nodes.show(pending, now.isPresent());
    Nodes.show(pendingDot, now.isPresent());
    now.ifPresent(
        position -> {
          where.setText(
              position.heads().isEmpty()
                  ? session
                          .unversioned()
                          .foundProperty()
                          .get()
                          .filter(found -> !found.versionTable())
                          .isPresent()
                      ? "no version table"
                      : "at base"
                  : "at "
                      + position.heads().stream()
                          .map(RevisionId::value)
                          .collect(Collectors.joining(", ")));
          where.setTooltip(new Tooltip(where.getText()));
          where.setMinWidth(where.getText().length() <= SHORT ? USE_PREF_SIZE : 96);
          int number = position.pending().size();
          boolean none = session.projectProperty().get().filter(Header::isEmpty).isPresent();
          pending.setText(
              !position.unknown().isEmpty()
                  ? "not in the files"
                  : none ? "no revisions" : number == 0 ? "up to date" : number + " pending");
          // The accent is for what there is to do.
          pending.getStyleClass().removeAll("accent-text", "danger-text", "muted");
          pending
              .getStyleClass()
              .add(
                  !position.unknown().isEmpty()
                      ? "danger-text"
                      : none || number == 0 ? "muted" : "accent-text");
        });
  }

  private static boolean isEmpty(Project project) {
    return project.graph().revisions().isEmpty();
  }

  /** Keeps the session's choice and the box apart from each other's names. */
  private final class Names extends StringConverter<Profile> {
    @Override
    public String toString(@Nullable Profile value) {
      return value == null ? "" : value.name();
    }

    @Override
    public Profile fromString(String name) {
      return session.profiles().stream()
          .filter(one -> one.name().equals(name))
          .findFirst()
          .orElseThrow();
    }
  }
}
