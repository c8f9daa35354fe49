package dev.retort.revision.format;

import dev.retort.revision.format.Mark.Kind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the marks of a file must keep to, and the words for where they do not. */
final class MarkRules {
  private final FileRole role;
  private final Reporter reporter;

  MarkRules(FileRole role, Reporter reporter) {
    this.role = role;
    this.reporter = reporter;
  }

  /** Marks that start no section: unknown words, and goose's pairs. */
  void checkOtherMarks(List<Mark> marks) {
    Optional<Mark> open = Optional.empty();
    for (Mark mark : marks) {
      if (mark.kind() == Kind.UNKNOWN) {
        reportUnknown(mark);
      } else if (mark.kind() == Kind.STATEMENT_BEGIN) {
        open.ifPresent(this::reportUnbalanced);
        open = Optional.of(mark);
      } else if (mark.kind() == Kind.STATEMENT_END) {
        if (open.isEmpty()) {
          reportUnbalanced(mark);
        }
        open = Optional.empty();
      }
    }
    open.ifPresent(this::reportUnbalanced);
  }

  private void reportUnknown(Mark mark) {
    String known =
        switch (mark.dialect()) {
          case RETORT ->
              "The marks are @upgrade, @downgrade and @verify; write a comment without the @.";
          case DBMATE -> "The marks are migrate:up and migrate:down.";
          case GOOSE ->
              "The marks are +goose Up, Down, NO TRANSACTION, StatementBegin and StatementEnd.";
        };
    reporter.error("unknown-mark", mark.start(), "There is no mark `" + mark.word() + "`.", known);
  }

  private void reportUnbalanced(Mark mark) {
    reporter.error(
        "unbalanced-mark",
        mark.start(),
        "`" + mark.word() + "` has no counterpart.",
        "Every +goose StatementBegin needs its StatementEnd, and the other way round.");
  }

  /** Section marks: known options, each once, in a file that may have them, and SQL inside them. */
  void checkMarks(List<SectionDraft> drafts) {
    Map<Kind, Mark> seen = new EnumMap<>(Kind.class);
    for (SectionDraft draft : drafts) {
      draft.mark().ifPresent(mark -> checkMark(mark, draft, seen));
    }
    if (seen.isEmpty()) {
      return;
    }
    SectionDraft before = drafts.getFirst();
    if (before.hasStatements()) {
      reporter.error(
          "sql-before-marks",
          before.firstStatement(),
          "This statement stands before the first mark, so it belongs to no section.",
          "Move it behind the mark of its section.");
    }
    if (role != FileRole.DOWN && !seen.containsKey(Kind.UPGRADE)) {
      reporter.error(
          "no-upgrade-section",
          seen.values().iterator().next().start(),
          "The file has sections, but no upgrade.",
          "Add a line `-- @upgrade`; nothing needs to follow it.");
    }
  }

  private void checkMark(Mark mark, SectionDraft draft, Map<Kind, Mark> seen) {
    Mark first = seen.putIfAbsent(mark.kind(), mark);
    if (first != null) {
      reporter.error(
          "mark-twice",
          mark.start(),
          "`"
              + mark.word()
              + "` is here a second time; the first is on line "
              + reporter.line(first.start())
              + ".",
          "Put everything into one section.");
    }
    if ((role == FileRole.UP && mark.kind() == Kind.DOWNGRADE)
        || (role == FileRole.DOWN && mark.kind() != Kind.DOWNGRADE)) {
      reporter.error(
          "mark-in-wrong-file",
          mark.start(),
          "`" + mark.word() + "` cannot be in this file, whose name says the other direction.",
          "Move the section to the file beside it.");
    }
    Optional<SectionOptions> options = SectionOptions.of(mark);
    if (options.isEmpty()) {
      reporter.error(
          "bad-mark-option",
          mark.start(),
          "`" + mark.options() + "` means nothing behind `" + mark.word() + "`.",
          SectionOptions.allowed(mark));
    } else if (options.get().none().isPresent() && draft.hasStatements()) {
      reporter.error(
          "sql-after-none",
          draft.firstStatement(),
          "The mark says that there is no way back, but this statement follows it.",
          "Remove either `none` or the statement.");
    }
  }
}
