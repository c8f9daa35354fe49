package dev.retort.cli.look;

import dev.retort.cli.base.Arguments;
import dev.retort.cli.base.ExitCode;
import dev.retort.cli.base.Invocation;
import dev.retort.cli.base.Reading;
import dev.retort.cli.base.RetortCommand;
import dev.retort.cli.term.Ink;
import dev.retort.cli.term.Output;
import dev.retort.cli.term.Times;
import dev.retort.engine.journal.Journal;
import dev.retort.engine.journal.JournalEntry;
import dev.retort.engine.journal.JournalEntry.End;
import dev.retort.engine.journal.JournalEntry.Outcome;
import dev.retort.engine.journal.JournalExport;
import java.util.List;
import java.util.Map;

/** {@code retort log}. */
public final class LogCommand extends RetortCommand {
  private int count = 20;

  /** The command of a call. */
  public LogCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  protected void declare(Arguments arguments) {
    arguments.about("Show the runs and stamps made on this machine, newest first.");
    arguments.option(
        "-n, --max-count",
        "N",
        Reading.NUMBER,
        "At most this many (default: " + count + "; 0 for all).",
        number -> count = number);
  }

  @Override
  protected int run(Output output) {
    Journal.Reading log = invocation().retort().log();
    List<JournalEntry> newest =
        log.entries().reversed().stream().limit(count <= 0 ? Long.MAX_VALUE : count).toList();
    if (output.wantsJson()) {
      output.json(Map.of("runs", newest.stream().map(JournalExport::map).toList()));
      return ExitCode.DONE;
    }
    newest.forEach(entry -> print(entry, output));
    if (log.damaged() > 0) {
      output.warning(
          log.damaged()
              + (log.damaged() == 1 ? " line" : " lines")
              + " of the log could not be read.");
    }
    return ExitCode.DONE;
  }

  private static void print(JournalEntry entry, Output output) {
    output.line(
        Times.words(entry.started())
            + "  "
            + entry.what().command()
            + " "
            + String.join(" ", entry.what().targets())
            + "  "
            + words(entry.what().from())
            + " -> "
            + words(entry.end().flatMap(End::heads).orElse(entry.what().to()))
            + "  "
            + outcome(entry, output));
    output.line(
        output
            .style()
            .of(
                Ink.FAINT,
                "  "
                    + entry.where().profile()
                    + (entry.where().profile().equals(entry.where().database())
                        ? ""
                        : " (" + entry.where().database() + ")")
                    + ", by "
                    + entry.who()));
    if (output.verbose()) {
      output.line("  project " + output.paths().in(entry.where().project()));
      output.line("  " + entry.what().digest());
    }
    entry
        .end()
        .flatMap(End::message)
        .ifPresent(message -> output.line("  " + output.paths().in(message)));
  }

  private static String words(List<String> heads) {
    return heads.isEmpty() ? "base" : String.join(", ", heads);
  }

  private static String outcome(JournalEntry entry, Output output) {
    if (entry.end().isEmpty()) {
      return output.style().of(Ink.WARNING, "not ended");
    }
    End end = entry.end().get();
    Ink ink = end.outcome() == Outcome.DONE ? Ink.GOOD : Ink.BAD;
    return output.style().of(ink, end.outcome().word()) + " in " + Times.words(end.took());
  }
}
