package dev.retort.ui.shell;

import dev.retort.engine.Position;
import dev.retort.engine.Project;
import dev.retort.engine.edit.UserEditor;
import dev.retort.lanes.drawing.GraphFormat;
import dev.retort.lanes.drawing.RevisionState;
import dev.retort.preview.SqlScript;
import dev.retort.revision.RevisionId;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.task.Background;
import dev.retort.ui.widget.FileChoice;
import dev.retort.ui.widget.notice.Notice;
import dev.retort.ui.widget.notice.Notice.Way;
import dev.retort.ui.widget.notice.Notices;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.stage.Window;

/** Writes the graph and plans into files that somebody chooses, and says when they are there. */
final class Exports {
  private final ProjectSession session;
  private final Background background;
  private final FileChoice choice;
  private final Notices notices;
  private final Supplier<Window> owner;

  Exports(
      ProjectSession session,
      Background background,
      FileChoice choice,
      Notices notices,
      Supplier<Window> owner) {
    this.session = session;
    this.background = background;
    this.choice = choice;
    this.notices = notices;
    this.owner = owner;
  }

  /** Draws the graph of the project as it is, with where the chosen database is. */
  void graph(GraphFormat format) {
    Optional<Project> project = session.projectProperty().get();
    Optional<Position> position = session.positionProperty().get();
    if (project.isEmpty()) {
      return;
    }
    String name = project.get().name() + "-graph." + format.extension();
    choice
        .choose("Export the graph", name, owner.get())
        .ifPresent(
            file ->
                write(
                    "The graph is drawn",
                    file,
                    () -> {
                      format.write(project.get().graph(), states(position), file);
                      return file;
                    }));
  }

  private static Function<RevisionId, RevisionState> states(Optional<Position> position) {
    return id ->
        position
            .map(
                known ->
                    switch (known.status(id)) {
                      case CURRENT -> RevisionState.CURRENT;
                      case APPLIED -> RevisionState.APPLIED;
                      case PENDING -> RevisionState.PENDING;
                    })
            .orElse(RevisionState.UNKNOWN);
  }

  /** Writes the script of a plan as it is shown. */
  void plan(String name, SqlScript script) {
    choice
        .choose("Export the plan", name, owner.get())
        .ifPresent(
            file ->
                write("The plan is written", file, () -> Files.writeString(file, script.text())));
  }

  private void write(String words, Path file, Callable<Path> work) {
    background.run(
        work,
        written -> notices.post(written(words, List.of(file))),
        problem ->
            notices.post(
                new Notice(
                    Notice.Kind.FAILED,
                    "The file cannot be written",
                    file + ": " + problem.getMessage())));
  }

  /** A notice of files that were written: which, and the ways to them. */
  Notice written(String words, List<Path> files) {
    Path first = files.getFirst();
    String paths = files.stream().map(session::shown).collect(Collectors.joining("\n"));
    String all = files.stream().map(Path::toString).collect(Collectors.joining("\n"));
    return new Notice(
        Notice.Kind.DONE,
        words,
        paths,
        List.of(
            new Way("show-in-folder", "Show in folder", () -> showFolder(first)),
            new Way(
                "copy-path",
                "Copy path",
                () ->
                    Clipboard.getSystemClipboard()
                        .setContent(Map.of(DataFormat.PLAIN_TEXT, all)))));
  }

  private void showFolder(Path file) {
    UserEditor desktop = new UserEditor(session.retort().surroundings().user());
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    background.run(
        () -> desktop.showFolder(folder),
        opened -> {},
        problem ->
            notices.post(
                new Notice(
                    Notice.Kind.FAILED,
                    "The folder cannot be opened",
                    folder + ": " + problem.getMessage())));
  }
}
