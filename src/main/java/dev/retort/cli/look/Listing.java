package dev.retort.cli.look;

import dev.retort.cli.term.Ink;
import dev.retort.cli.term.Output;
import dev.retort.cli.term.Style;
import dev.retort.graph.RevisionGraph;
import dev.retort.graph.listing.RevisionLine;
import dev.retort.revision.RevisionId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Prints revisions as Alembic does: a line each, or a paragraph each with {@code -v}. */
final class Listing {
  private static final Pattern HEAD = Pattern.compile("\\((?:effective )?head\\)");
  private static final Pattern CURRENT = Pattern.compile("\\(current\\)");
  private static final Pattern POINT = Pattern.compile("\\((?:branchpoint|mergepoint)\\)");
  private static final Pattern ARROW = Pattern.compile("-> [^ ,]+");
  private static final Pattern FIRST = Pattern.compile("^(?:Rev: )?[^ ,]+(?= |$)(?!.* -> )");

  private final Output output;
  private final RevisionLine lines;

  Listing(Output output, RevisionGraph graph, Set<RevisionId> current) {
    this.output = output;
    this.lines = new RevisionLine(graph, current, output.paths()::of);
  }

  /** Alembic's texts for these revisions. */
  RevisionLine lines() {
    return lines;
  }

  /** Prints revisions, each on a line, or in a paragraph with a blank line after it. */
  void print(List<RevisionId> revisions, Function<RevisionId, String> line) {
    for (RevisionId revision : revisions) {
      if (output.verbose()) {
        paragraph(revision);
      } else {
        line(line.apply(revision));
      }
    }
  }

  void paragraph(RevisionId revision) {
    lines.paragraph(revision).forEach(this::line);
    output.line("");
  }

  void line(String line) {
    output.line(painted(line, output.style()));
  }

  /** The signs of a line in colour. */
  static String painted(String line, Style style) {
    if (style == Style.PLAIN || line.startsWith("    ")) {
      return line;
    }
    String ids = paint(ARROW, paint(FIRST, line, Ink.REVISION, style), Ink.REVISION, style);
    String heads = paint(CURRENT, paint(HEAD, ids, Ink.GOOD, style), Ink.GOOD, style);
    return paint(POINT, heads, Ink.NAME, style);
  }

  private static String paint(Pattern pattern, String line, Ink ink, Style style) {
    return pattern.matcher(line).replaceAll(match -> style.of(ink, match.group()));
  }
}
