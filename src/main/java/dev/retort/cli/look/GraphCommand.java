package dev.retort.cli.look;

import dev.retort.cli.base.Arguments;
import dev.retort.cli.base.ExitCode;
import dev.retort.cli.base.Invocation;
import dev.retort.cli.base.Reading;
import dev.retort.cli.base.RetortCommand;
import dev.retort.cli.base.RevisionJson;
import dev.retort.cli.base.UsageException;
import dev.retort.cli.term.Output;
import dev.retort.engine.Position;
import dev.retort.engine.Project;
import dev.retort.graph.RevisionGraph;
import dev.retort.lanes.drawing.DotDrawing;
import dev.retort.lanes.drawing.GraphFormat;
import dev.retort.lanes.drawing.MermaidDrawing;
import dev.retort.lanes.drawing.RevisionState;
import dev.retort.lanes.drawing.SvgDrawing;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code retort graph}. */
public final class GraphCommand extends RetortCommand {

  /** How it can be drawn. */
  enum Format {
    TEXT,
    DOT,
    MERMAID,
    SVG,
    PNG;

    /** The word on the command line. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private Format format = Format.TEXT;
  private @Nullable Path file;
  private boolean indicateCurrent;

  /** The command of a call. */
  public GraphCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  protected void declare(Arguments arguments) {
    arguments.about("Draw the graph of revisions.");
    arguments.option(
        "--format",
        "FORMAT",
        Reading.oneOf(Format.class, List.of(Format.values())),
        "${COMPLETION-CANDIDATES} (default: " + format + ").",
        chosen -> format = chosen);
    arguments.option(
        "-o, --output", "FILE", Reading.PATH, "Write it to a file.", path -> file = path);
    arguments.flag(
        "-i, --indicate-current",
        "Show what is applied on the database, and what is pending.",
        on -> indicateCurrent = on);
  }

  /** Draws what is sound even where something is not, and then says what is not. */
  @Override
  protected int run(Output output) {
    Project project = invocation().project();
    if (project.errors().stream().noneMatch(problem -> problem.code().equals("cycle"))) {
      draw(project, output);
    }
    project.sound();
    return ExitCode.DONE;
  }

  private void draw(Project project, Output output) {
    Optional<Position> position =
        indicateCurrent
            ? Optional.of(invocation().connect(project, output).position(project))
            : Optional.empty();
    if (output.wantsJson()) {
      if (project.errors().isEmpty()) {
        output.json(Map.of("revisions", maps(project, position, output)));
      }
      return;
    }
    Function<RevisionId, RevisionState> states = id -> GraphText.state(position, id);
    RevisionGraph graph = project.graph();
    if (file != null) {
      write(invocation().path(file), graph, states, output);
      return;
    }
    output.text(
        switch (format) {
          case TEXT -> new GraphText(output, invocation()).draw(graph, states, true);
          case DOT -> DotDrawing.of(graph, states);
          case MERMAID -> MermaidDrawing.of(graph, states);
          case SVG -> SvgDrawing.of(graph, states);
          case PNG ->
              throw new UsageException(
                  "A PNG picture goes into a file.", "Name it: --output FILE.");
        });
  }

  private void write(
      Path path, RevisionGraph graph, Function<RevisionId, RevisionState> states, Output output) {
    try {
      switch (format) {
        case TEXT ->
            Files.writeString(path, new GraphText(output, invocation()).draw(graph, states, false));
        case DOT -> GraphFormat.DOT.write(graph, states, path);
        case MERMAID -> GraphFormat.MERMAID.write(graph, states, path);
        case SVG -> GraphFormat.SVG.write(graph, states, path);
        case PNG -> GraphFormat.PNG.write(graph, states, path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Map<String, Object>> maps(
      Project project, Optional<Position> position, Output output) {
    RevisionJson json = new RevisionJson(project.graph(), output.paths());
    List<Map<String, Object>> maps = new ArrayList<>();
    for (Revision revision : project.graph().revisions()) {
      Map<String, Object> map = json.of(revision.id());
      map.put("children", RevisionJson.ids(project.graph().children(revision.id())));
      map.put("dependencies", RevisionJson.ids(project.graph().dependencies(revision.id())));
      position.ifPresent(known -> map.put("status", known.status(revision.id()).word()));
      maps.add(map);
    }
    return maps;
  }
}
