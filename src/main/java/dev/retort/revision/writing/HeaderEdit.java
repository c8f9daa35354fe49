package dev.retort.revision.writing;

import dev.retort.revision.RevisionId;
import dev.retort.revision.format.Header;
import dev.retort.revision.format.HeaderKey;
import dev.retort.revision.format.HeaderLine;
import java.util.Comparator;
import java.util.List;

/** Changes values in a header, adds lines to it, or puts one before a text that has none. */
final class HeaderEdit {
  private final StringBuilder text;
  private final Header header;
  private final String lineEnd;

  HeaderEdit(String text, Header header) {
    this.text = new StringBuilder(text);
    this.header = header;
    this.lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
  }

  /** The text with these parents. */
  String with(RevisionId id, List<RevisionId> revises, List<String> dependsOn) {
    String parents = RevisionText.revises(revises);
    String dependencies = String.join(", ", dependsOn);
    if (!header.isPresent()) {
      insertHeader(id, parents, dependencies);
      return text.toString();
    }
    boolean sameParents =
        header.items(HeaderKey.REVISES).equals(revises.stream().map(RevisionId::value).toList());
    boolean sameDependencies = header.items(HeaderKey.DEPENDS_ON).equals(dependsOn);
    String added =
        (sameParents || has(HeaderKey.REVISES) ? "" : line(HeaderKey.REVISES, parents))
            + (sameDependencies || has(HeaderKey.DEPENDS_ON)
                ? ""
                : line(HeaderKey.DEPENDS_ON, dependencies));
    // From the last line to the first, so that the offsets of those before stay true.
    insertAfterLastOf(added);
    header.lines().stream()
        .sorted(Comparator.comparingInt(HeaderLine::valueStart).reversed())
        .forEach(
            line -> {
              if (line.key() == HeaderKey.REVISES && !sameParents) {
                replace(line, parents);
              } else if (line.key() == HeaderKey.DEPENDS_ON && !sameDependencies) {
                replace(line, dependencies);
              }
            });
    return text.toString();
  }

  private boolean has(HeaderKey key) {
    return header.line(key).isPresent();
  }

  private String line(HeaderKey key, String value) {
    return "-- " + key.label() + ": " + value + lineEnd;
  }

  private void replace(HeaderLine line, String value) {
    boolean touches = text.charAt(line.valueStart() - 1) == ':';
    text.replace(line.valueStart(), line.valueEnd(), (touches ? " " : "") + value);
  }

  /** New lines go behind the last line of the header that has a key. */
  private void insertAfterLastOf(String lines) {
    int at = header.lines().stream().mapToInt(HeaderLine::valueEnd).max().orElseThrow();
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    if (lines.isEmpty()) {
      return;
    }
    // In front of the line end, so that a last line without one needs no care.
    text.insert(at, lineEnd + lines.substring(0, lines.length() - lineEnd.length()));
  }

  /**
   * Directly before the first comment, if there is one, whose first line is then still the message.
   */
  private void insertHeader(RevisionId id, String parents, String dependencies) {
    String lines =
        line(HeaderKey.REVISION_ID, id.value())
            + line(HeaderKey.REVISES, parents)
            + (dependencies.isEmpty() ? "" : line(HeaderKey.DEPENDS_ON, dependencies));
    text.insert(header.start(), header.hasComment() ? lines : lines + lineEnd);
  }
}
