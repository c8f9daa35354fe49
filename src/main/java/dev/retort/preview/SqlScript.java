package dev.retort.preview;

import java.util.List;
import java.util.Optional;

/**
 * A plan as a script to be read, or to be run by hand.
 *
 * @param text the script; every statement verbatim
 * @param spans which lines belong to which step and statement, in order
 */
public record SqlScript(String text, List<Span> spans) {

  /** Copies the list. */
  public SqlScript {
    spans = List.copyOf(spans);
  }

  /** What a 1-based line belongs to. */
  public Optional<Span> at(int line) {
    return spans.stream()
        .filter(span -> span.firstLine() <= line && line <= span.lastLine())
        .findFirst();
  }
}
