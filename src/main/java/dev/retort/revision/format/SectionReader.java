package dev.retort.revision.format;

import dev.retort.problem.Problem;
import dev.retort.revision.Script;
import dev.retort.revision.TransactionMode;
import dev.retort.revision.WayBack;
import dev.retort.revision.format.Mark.Kind;
import dev.retort.sql.ScriptScanner;
import dev.retort.sql.StatementClass;
import dev.retort.sql.StatementClass.BackslashStrings;
import dev.retort.sql.StatementClass.CopyFromStdin;
import dev.retort.sql.StatementClass.Ordinary;
import dev.retort.sql.StatementClass.OutsideTransaction;
import dev.retort.sql.StatementClass.PsqlCommand;
import dev.retort.sql.StatementClass.TransactionControl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts one file into sections in a single walk, and reports what is wrong with its SQL. */
public final class SectionReader {
  private final TextFile file;
  private final String text;
  private final FileRole role;
  private final Reporter reporter;
  private final SqlRules rules;
  private final List<SectionDraft> drafts = new ArrayList<>();
  private final List<Mark> otherMarks = new ArrayList<>();
  private SectionDraft current = new SectionDraft(Optional.empty(), 0);

  private SectionReader(TextFile file, FileRole role, Reporter reporter) {
    this.file = file;
    this.text = file.text();
    this.role = role;
    this.reporter = reporter;
    this.rules = new SqlRules(text, role, reporter);
  }

  /**
   * Reads a file.
   *
   * @param role what the file may hold
   * @param problems gets whatever is wrong; the sections are given all the same
   */
  public static Sections read(TextFile file, FileRole role, List<Problem> problems) {
    SectionReader reader = new SectionReader(file, role, new Reporter(file, problems));
    reader.walk();
    Sections sections = reader.sections();
    reader.rules.checkTransactions(reader.drafts, reader.isAutocommit());
    return sections;
  }

  /** Reads a file of a baseline, whose statements run one by one and may do as they like. */
  public static Script readBaseline(TextFile file, List<Problem> problems) {
    SectionReader reader = new SectionReader(file, FileRole.WHOLE, new Reporter(file, problems));
    reader.walk();
    Script upgrade = reader.sections().upgrade().orElseGet(() -> reader.script(reader.current));
    return new Script(
        TransactionMode.AUTOCOMMIT, upgrade.sql(), upgrade.firstLine(), upgrade.file());
  }

  private void walk() {
    ScriptScanner scanner = new ScriptScanner(text, 0, this::boundary);
    for (ScriptScanner.Event event = scanner.next();
        event != ScriptScanner.Event.END;
        event = scanner.next()) {
      int start = scanner.start();
      int end = scanner.end();
      switch (event) {
        case STATEMENT -> statement(start, end);
        case BOUNDARY -> open(Mark.at(text, start, end).orElseThrow());
        case ERROR -> rules.reportLexical(scanner.error(), start, end);
        case END -> throw new AssertionError("the loop ends with it");
      }
    }
    current.close(text.length());
    drafts.add(current);
  }

  /** Marks that start no section end no statement either, and are only kept. */
  private boolean boundary(int start, int end) {
    Optional<Mark> mark = Mark.at(text, start, end);
    boolean section = mark.isPresent() && mark.get().startsSection();
    if (!section) {
      mark.ifPresent(otherMarks::add);
    }
    return section;
  }

  private void open(Mark mark) {
    current.close(lineStart(mark.start()));
    drafts.add(current);
    current = new SectionDraft(Optional.of(mark), nextLine(mark.end()));
  }

  private int lineStart(int offset) {
    int at = offset;
    while (at > 0 && text.charAt(at - 1) != '\n' && text.charAt(at - 1) != '\r') {
      at--;
    }
    return at;
  }

  private int nextLine(int lineEnd) {
    return text.startsWith("\r\n", lineEnd) ? lineEnd + 2 : Math.min(lineEnd + 1, text.length());
  }

  private void statement(int start, int end) {
    // Most statements need not be looked at any closer, and their number is what reading costs.
    if (StatementClass.isOfNoConcernToFiles(text, start, end)) {
      current.add(start);
      return;
    }
    switch (StatementClass.of(text, start, end)) {
      case TransactionControl control -> current.addControl(start, end, control);
      case PsqlCommand command -> {
        rules.reportPsqlCommand(command, start);
        current.add(start);
      }
      case CopyFromStdin() -> {
        rules.reportCopy(start);
        current.add(start);
      }
      case BackslashStrings() -> {
        rules.reportBackslashStrings(start);
        current.add(start);
      }
      case OutsideTransaction(String what) -> current.add(start);
      case Ordinary() -> current.add(start);
    }
  }

  private Sections sections() {
    MarkRules marks = new MarkRules(role, reporter);
    marks.checkOtherMarks(otherMarks);
    marks.checkMarks(drafts);
    boolean marked = drafts.size() > 1;
    Optional<SectionDraft> upgrade = marked ? find(Kind.UPGRADE) : implicit(FileRole.DOWN, false);
    Optional<SectionDraft> downgrade =
        marked ? find(Kind.DOWNGRADE) : implicit(FileRole.DOWN, true);
    return new Sections(
        upgrade.map(this::script),
        downgrade.map(this::wayBack).orElseGet(WayBack.Missing::new),
        find(Kind.VERIFY).map(this::script));
  }

  /** Without marks the whole file is one section, whose direction its role decides. */
  private Optional<SectionDraft> implicit(FileRole wanted, boolean wantedIs) {
    return (role == wanted) == wantedIs ? Optional.of(drafts.getFirst()) : Optional.empty();
  }

  private Optional<SectionDraft> find(Kind kind) {
    return drafts.stream()
        .filter(draft -> draft.mark().filter(mark -> mark.kind() == kind).isPresent())
        .findFirst();
  }

  private WayBack wayBack(SectionDraft draft) {
    Optional<String> none = draft.options().none();
    return none.isPresent()
        ? new WayBack.Irreversible(none.get())
        : new WayBack.Downgrade(script(draft));
  }

  private boolean isAutocommit() {
    return otherMarks.stream().anyMatch(mark -> mark.kind() == Kind.NO_TRANSACTION);
  }

  private Script script(SectionDraft draft) {
    TransactionMode mode = isAutocommit() ? TransactionMode.AUTOCOMMIT : draft.options().mode();
    int line = draft.from() == 0 ? 1 : reporter.line(draft.from());
    String sql = text.substring(draft.from(), draft.to());
    return new Script(mode, sql, line, Optional.of(file.path()));
  }
}
