package dev.retort.revision.format;

import dev.retort.revision.TransactionMode;
import dev.retort.revision.format.Mark.Kind;
import dev.retort.revision.format.SectionDraft.Control;
import dev.retort.sql.ScriptError;
import dev.retort.sql.StatementClass.PsqlCommand;
import dev.retort.sql.StatementKind;
import java.util.List;

/** What the SQL of a file must keep to, and the words for where it does not. */
final class SqlRules {
  private final String text;
  private final FileRole role;
  private final Reporter reporter;

  SqlRules(String text, FileRole role, Reporter reporter) {
    this.text = text;
    this.role = role;
    this.reporter = reporter;
  }

  void reportLexical(ScriptError error, int start, int end) {
    String message =
        switch (error) {
          case UNTERMINATED_STRING -> "The string that begins here never ends.";
          case UNTERMINATED_IDENTIFIER -> "The quoted identifier that begins here never ends.";
          case UNTERMINATED_DOLLAR_STRING ->
              "The string that begins here with " + opener(start) + " never ends.";
          case UNTERMINATED_COMMENT -> "The comment that begins here never ends.";
          case UNCLOSED_PARENTHESIS -> "The parenthesis that opens here is never closed.";
          case UNFINISHED_ROUTINE_BODY -> "This BEGIN ATOMIC has no END.";
        };
    reporter.error(code(error), start, message, hint(error, start, end));
  }

  private static String code(ScriptError error) {
    return switch (error) {
      case UNTERMINATED_STRING -> "unterminated-string";
      case UNTERMINATED_IDENTIFIER -> "unterminated-identifier";
      case UNTERMINATED_DOLLAR_STRING -> "unterminated-dollar-quote";
      case UNTERMINATED_COMMENT -> "unterminated-comment";
      case UNCLOSED_PARENTHESIS -> "unclosed-parenthesis";
      case UNFINISHED_ROUTINE_BODY -> "unfinished-routine-body";
    };
  }

  private String hint(ScriptError error, int start, int end) {
    String hint =
        switch (error) {
          case UNTERMINATED_STRING ->
              "Close it with '; a quote that is missing or too many further up has the same"
                  + " effect.";
          case UNTERMINATED_IDENTIFIER -> "Close it with \".";
          case UNTERMINATED_DOLLAR_STRING -> "Close it with " + opener(start) + ".";
          case UNTERMINATED_COMMENT -> "Close it with */, once for each /* inside it.";
          case UNCLOSED_PARENTHESIS -> "Close it before the statement ends.";
          case UNFINISHED_ROUTINE_BODY -> "Add the END and a semicolon.";
        };
    return Mark.firstSectionMark(text, start, end)
        .map(mark -> hint + " It swallows the mark on line " + reporter.line(mark.start()) + ".")
        .orElse(hint);
  }

  private String opener(int start) {
    return text.substring(start, text.indexOf('$', start + 1) + 1);
  }

  void reportPsqlCommand(PsqlCommand command, int start) {
    reporter.error(
        "psql-command",
        start,
        "`" + command.command() + "` is a command of psql; the server does not know it.",
        command.command().startsWith("\\i")
            ? "Put the SQL of the other file here."
            : "Take it out, or write it as SQL.");
  }

  void reportCopy(int start) {
    reporter.error(
        "copy-from-stdin",
        start,
        "COPY … FROM stdin reads rows from psql's input, which a revision does not have.",
        "Write the rows as INSERT, or COPY from a file on the server.");
  }

  void reportBackslashStrings(int start) {
    reporter.error(
        "backslash-strings",
        start,
        "With standard_conforming_strings off, strings end elsewhere than they seem to.",
        "Take it out, and write strings that need a backslash as an escape as E'…'.");
  }

  /** Transaction control in sections that are one transaction with the version table. */
  void checkTransactions(List<SectionDraft> drafts, boolean autocommit) {
    boolean marked = drafts.size() > 1;
    for (SectionDraft draft : marked ? drafts.subList(1, drafts.size()) : drafts) {
      boolean verify = draft.mark().filter(mark -> mark.kind() == Kind.VERIFY).isPresent();
      if (verify) {
        draft.controls().forEach(control -> reportControl(control, draft));
      } else if (!autocommit && draft.options().mode() == TransactionMode.TRANSACTIONAL) {
        draft.strayControls().forEach(control -> reportControl(control, draft));
      }
    }
  }

  private void reportControl(Control control, SectionDraft draft) {
    String kind = StatementKind.of(text.substring(control.start(), control.end()));
    String implicit = role == FileRole.DOWN ? "-- @downgrade autocommit" : "-- @upgrade autocommit";
    String mark = draft.mark().map(Mark::autocommitMark).orElse(implicit);
    reporter.error(
        "transaction-control",
        control.start(),
        kind + " cannot be used in a section that is one transaction with the version table.",
        mark.isEmpty()
            ? "Take it out; verify queries run inside the upgrade's transaction."
            : "Take it out, or run the section outside a transaction with the mark `"
                + mark
                + "`.");
  }
}
