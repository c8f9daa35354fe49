package dev.retort.lanes.drawing;

import dev.retort.graph.RevisionGraph;
import dev.retort.revision.RevisionId;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.function.Function;

/** The files that a graph can be drawn into. */
public enum GraphFormat {
  SVG("svg"),
  PNG("png"),
  MERMAID("mmd"),
  DOT("dot");

  private final String extension;

  GraphFormat(String extension) {
    this.extension = extension;
  }

  /** How such a file's name ends. */
  public String extension() {
    return extension;
  }

  /** The word on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it is called. */
  public String words() {
    return switch (this) {
      case SVG, PNG, DOT -> name();
      case MERMAID -> "Mermaid";
    };
  }

  /** Draws a graph. */
  public void write(
      RevisionGraph graph, Function<RevisionId, RevisionState> states, OutputStream out)
      throws IOException {
    switch (this) {
      case SVG -> write(SvgDrawing.of(graph, states), out);
      case PNG -> PngDrawing.write(graph, states, out);
      case MERMAID -> write(MermaidDrawing.of(graph, states), out);
      case DOT -> write(DotDrawing.of(graph, states), out);
    }
  }

  private static void write(String text, OutputStream out) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Draws a graph into a file, all or nothing; one that is there is replaced. */
  public void write(RevisionGraph graph, Function<RevisionId, RevisionState> states, Path file)
      throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(fresh))) {
        write(graph, states, out);
      }
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
