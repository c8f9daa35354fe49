package dev.retort.revision.writing;

import dev.retort.problem.Problem;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.revision.Script;
import dev.retort.revision.WayBack;
import dev.retort.revision.format.FileRole;
import dev.retort.revision.format.Header;
import dev.retort.revision.format.HeaderKey;
import dev.retort.revision.format.HeaderLine;
import dev.retort.revision.format.HeaderRules;
import dev.retort.revision.format.Reporter;
import dev.retort.revision.format.SectionReader;
import dev.retort.revision.format.Sections;
import dev.retort.revision.format.TextFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a text before it is written, and refuses it where it says anything but what was meant. */
final class ReadBack {
  private ReadBack() {}

  /** Compares a new file's text with the revision that it was made from. */
  static void check(String text, Revision meant) {
    Header header = header(text);
    List<String> revises = meant.downRevisions().stream().map(RevisionId::value).toList();
    expect("the id", Optional.of(meant.id().value()), value(header, HeaderKey.REVISION_ID));
    expect("what it revises", revises, header.items(HeaderKey.REVISES));
    expect("the branch labels", meant.branchLabels(), header.items(HeaderKey.BRANCH_LABELS));
    expect("what it depends on", meant.dependsOn(), header.items(HeaderKey.DEPENDS_ON));
    expect("the create date", meant.createDate(), value(header, HeaderKey.CREATE_DATE));
    Optional<String> message = meant.message().strip().lines().findFirst().map(String::strip);
    expect("the message", message, header.message());
    sections(text, meant);
  }

  private static void sections(String text, Revision meant) {
    TextFile file = new TextFile(Path.of(""), text, false);
    Sections read = SectionReader.read(file, FileRole.WHOLE, new ArrayList<>());
    same("the upgrade", Optional.of(meant.upgrade()), read.upgrade());
    same("the verify section", meant.verify(), read.verify());
    same("the downgrade", downgrade(meant.wayBack()), downgrade(read.wayBack()));
    if (!(meant.wayBack() instanceof WayBack.Downgrade)) {
      expect("the way back", reason(meant.wayBack()), reason(read.wayBack()));
    }
  }

  private static Optional<Script> downgrade(WayBack wayBack) {
    return wayBack instanceof WayBack.Downgrade(Script script)
        ? Optional.of(script)
        : Optional.empty();
  }

  private static Optional<String> reason(WayBack wayBack) {
    return wayBack instanceof WayBack.Irreversible(String reason)
        ? Optional.of(reason.replaceAll("\\s+", " ").strip())
        : Optional.empty();
  }

  private static void same(String part, Optional<Script> meant, Optional<Script> read) {
    expect(part, meant.map(Script::mode), read.map(Script::mode));
    if (meant.isPresent() && !meant.get().sql().isBlank()) {
      expect(
          part,
          meant.map(script -> script.sql().stripTrailing()),
          read.map(script -> script.sql().stripTrailing()));
    }
  }

  /** A header that has no problem of its own. */
  static Header header(String text) {
    Header header = Header.of(text);
    List<Problem> problems = new ArrayList<>();
    new HeaderRules(new Reporter(new TextFile(Path.of(""), text, false), problems)).check(header);
    problems.stream()
        .filter(problem -> problem.severity() == Problem.Severity.ERROR)
        .findFirst()
        .ifPresent(
            problem -> {
              throw new RevisionFileException(problem.code(), problem.message(), problem.hint());
            });
    return header;
  }

  static void expect(String part, Object meant, Object read) {
    if (!meant.equals(read)) {
      throw new RevisionFileException(
          "cannot-be-written",
          "No revision file can say this: " + part + " would be read back differently.",
          "Look for text that looks like a header line or a mark (`-- @word`), for quotes that are"
              + " not closed, and for commas in names.");
    }
  }

  private static Optional<String> value(Header header, HeaderKey key) {
    return header.line(key).map(HeaderLine::value);
  }
}
