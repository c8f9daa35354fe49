package dev.retort.revision.reading;

import dev.retort.problem.Problem;
import dev.retort.revision.RevisionId;
import dev.retort.revision.Script;
import dev.retort.revision.TransactionMode;
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

/** Reads the file or files of one entry. */
final class DraftReader {
  private static final Sections NOT_READ =
      new Sections(Optional.empty(), new WayBack.Missing(), Optional.empty());

  private final Entry entry;
  private final TextSource source;
  private final FileName fileName;
  private final List<Problem> problems = new ArrayList<>();

  private DraftReader(Entry entry, TextSource source) {
    this.entry = entry;
    this.source = source;
    this.fileName = entry.fileName();
  }

  /** Reads an entry; never fails, the draft has the problems. */
  static Draft read(Entry entry) {
    return read(entry, TextFile::read);
  }

  /** Reads an entry whose texts come from elsewhere; never fails, the draft has the problems. */
  static Draft read(Entry entry, TextSource source) {
    DraftReader reader = new DraftReader(entry, source);
    Optional<TextFile> up = source.read(entry.up(), reader.problems);
    return up.map(reader::draft).orElseGet(reader::unreadable);
  }

  /**
   * Reads no more of an entry than its header: its SQL is empty, whatever the file holds. Where the
   * header alone does not say everything that it says in the whole file, that is read.
   */
  static Draft readHeader(Entry entry) {
    return TextFile.beginning(entry.up())
        .flatMap(
            text ->
                Header.ofBeginning(text.text())
                    .map(
                        header -> new DraftReader(entry, TextFile::read).draft(text, header, true)))
        .orElseGet(() -> read(entry));
  }

  /** The number in the name still holds its place among the others. */
  private Draft unreadable() {
    Optional<RevisionId> id = fileName.number().map(RevisionId::new);
    return new Draft(entry, id, 0, Optional.empty(), Optional.empty(), problems);
  }

  private Draft draft(TextFile up) {
    if (up.text().isBlank()) {
      reportEmpty(up.path());
    }
    return draft(up, Header.of(up.text()), false);
  }

  private Draft draft(TextFile up, Header header, boolean headerOnly) {
    Reporter reporter = new Reporter(up, problems);
    HeaderRules rules = new HeaderRules(reporter);
    rules.check(header);
    Optional<String> headerId = value(header, HeaderKey.REVISION_ID);
    if (headerId.isEmpty() && header.line(HeaderKey.REVISION_ID).isEmpty()) {
      checkNameId(rules);
    }
    Sections sections = headerOnly ? NOT_READ : SectionReader.read(up, entry.role(), problems);
    Optional<Path> down = headerOnly ? Optional.empty() : entry.down();
    WayBack wayBack = down.map(path -> down(path, headerId)).orElse(sections.wayBack());
    return new Draft(
        entry,
        headerId.or(fileName::number).map(RevisionId::new),
        header.line(HeaderKey.REVISION_ID).map(line -> reporter.line(line.valueStart())).orElse(0),
        revises(header),
        Optional.of(contents(header, sections, wayBack)),
        problems);
  }

  private void reportEmpty(Path file) {
    problems.add(
        Problem.error(
            "empty-file",
            "The file is empty.",
            "Write a revision into it, or remove it.",
            file,
            0));
  }

  private void checkNameId(HeaderRules rules) {
    fileName.number().ifPresent(number -> rules.checkId(number, 0));
    if (fileName.number().isEmpty()) {
      problems.add(
          Problem.error(
              "no-revision-id",
              "The file has no `Revision ID:` and its name does not begin with a number.",
              "Add the header `-- Revision ID:` and `-- Revises:`, or number the file.",
              entry.up(),
              0));
    }
  }

  private static Optional<String> value(Header header, HeaderKey key) {
    return header.line(key).map(HeaderLine::value).filter(value -> !value.isBlank());
  }

  /** With an id of its own, a file without a Revises line is a base; else its place decides. */
  private static Optional<List<RevisionId>> revises(Header header) {
    boolean decides =
        header.line(HeaderKey.REVISES).isPresent()
            || header.line(HeaderKey.REVISION_ID).isPresent();
    return decides
        ? Optional.of(
            header.items(HeaderKey.REVISES).stream().distinct().map(RevisionId::new).toList())
        : Optional.empty();
  }

  private Draft.Contents contents(Header header, Sections sections, WayBack wayBack) {
    boolean counts = header.isPresent();
    return new Draft.Contents(
        counts ? header.items(HeaderKey.BRANCH_LABELS).stream().distinct().toList() : List.of(),
        counts ? header.items(HeaderKey.DEPENDS_ON).stream().distinct().toList() : List.of(),
        header.message().orElse(fileName.words()),
        value(header, HeaderKey.CREATE_DATE),
        sections.upgrade().orElseGet(() -> noSql(entry)),
        wayBack,
        sections.verify());
  }

  /** What stands where a file has no upgrade, or it was not read. */
  static Script noSql(Entry entry) {
    return new Script(TransactionMode.TRANSACTIONAL, "", 1, Optional.of(entry.up()));
  }

  private WayBack down(Path path, Optional<String> id) {
    Optional<TextFile> down = source.read(path, problems);
    if (down.isEmpty()) {
      return new WayBack.Missing();
    }
    if (down.get().text().isBlank()) {
      reportEmpty(path);
    }
    Optional<HeaderLine> line = Header.of(down.get().text()).line(HeaderKey.REVISION_ID);
    Optional<String> expected = id.or(fileName::number);
    if (line.isPresent() && !Optional.of(line.get().value()).equals(expected)) {
      new Reporter(down.get(), problems)
          .error(
              "contradicting-header",
              line.get().valueStart(),
              "`Revision ID:` is `" + line.get().value() + "` here, but not in the file beside it.",
              "Keep the one that is right.");
    }
    return SectionReader.read(down.get(), FileRole.DOWN, problems).wayBack();
  }
}
