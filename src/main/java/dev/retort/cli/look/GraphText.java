package dev.retort.cli.look;

import dev.retort.cli.base.Invocation;
import dev.retort.cli.term.Ink;
import dev.retort.cli.term.Output;
import dev.retort.cli.term.Style;
import dev.retort.engine.Position;
import dev.retort.graph.RevisionGraph;
import dev.retort.lanes.drawing.LineArt;
import dev.retort.lanes.drawing.RevisionState;
import dev.retort.lanes.drawing.TextDrawing;
import dev.retort.lanes.drawing.TextRow;
import dev.retort.profile.UserContext;
import dev.retort.revision.RevisionId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** A graph as lines of text, coloured where the output is. */
public final class GraphText {
  private final Style style;
  private final LineArt art;

  /** Drawings for an output. */
  public GraphText(Output output, Invocation invocation) {
    this.style = output.style();
    this.art = art(invocation.surroundings().user());
  }

  /** Box-drawing characters, unless the locale says that they cannot be shown. */
  private static LineArt art(UserContext user) {
    Optional<String> locale =
        user.variable("LC_ALL").or(() -> user.variable("LC_CTYPE")).or(() -> user.variable("LANG"));
    boolean ascii =
        locale
            .map(name -> name.toLowerCase(Locale.ROOT))
            .filter(name -> !name.contains("utf-8") && !name.contains("utf8"))
            .isPresent();
    return ascii ? LineArt.ASCII : LineArt.UNICODE;
  }

  /** Where a revision stands; nothing is known without a database. */
  public static RevisionState state(Optional<Position> position, RevisionId id) {
    return position
        .map(
            known ->
                switch (known.status(id)) {
                  case CURRENT -> RevisionState.CURRENT;
                  case APPLIED -> RevisionState.APPLIED;
                  case PENDING -> RevisionState.PENDING;
                })
        .orElse(RevisionState.UNKNOWN);
  }

  /** The drawing; every line ends with a line feed. */
  public String draw(
      RevisionGraph graph, Function<RevisionId, RevisionState> states, boolean coloured) {
    TextDrawing drawing = TextDrawing.of(graph, states, art);
    if (style == Style.PLAIN || !coloured) {
      return drawing.text();
    }
    int idWidth =
        drawing.rows().stream()
            .flatMap(row -> row.revision().stream())
            .mapToInt(entry -> entry.id().value().length())
            .max()
            .orElse(0);
    StringBuilder text = new StringBuilder();
    for (TextRow row : drawing.rows()) {
      text.append(line(row, drawing.margin(), idWidth).stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private String line(TextRow row, int margin, int idWidth) {
    if (row.revision().isEmpty()) {
      return style.of(Ink.FAINT, row.lanes());
    }
    TextRow.Entry entry = row.revision().get();
    boolean faint = entry.state() == RevisionState.PENDING;
    return style.padded(Ink.NAME, row.lanes(), margin)
        + "  "
        + style.padded(Ink.REVISION, entry.id().value(), idWidth)
        + "  "
        + (faint ? style.of(Ink.FAINT, entry.message()) : entry.message())
        + " "
        + style.of(entry.state() == RevisionState.CURRENT ? Ink.GOOD : Ink.NAME, entry.tags());
  }
}
