package dev.retort.engine;

import dev.retort.engine.journal.Journal;
import dev.retort.engine.journal.JournalEntry;
import dev.retort.engine.journal.JournalEntry.End;
import dev.retort.engine.journal.JournalEntry.Outcome;
import dev.retort.engine.journal.JournalEntry.What;
import dev.retort.engine.journal.JournalEntry.Where;
import dev.retort.execute.RunOptions;
import dev.retort.execute.RunResult;
import dev.retort.execute.failure.RunCancelledException;
import dev.retort.execute.failure.RunFailedException;
import dev.retort.execute.state.Aftermath;
import dev.retort.plan.Plan;
import dev.retort.preview.ScriptWriter;
import dev.retort.preview.VersionTable;
import dev.retort.problem.RetortException;
import dev.retort.problem.RetortException.Kind;
import dev.retort.profile.UserContext;
import dev.retort.profile.project.Migrations;
import dev.retort.revision.RevisionId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Notes a run in the log: before it begins, and how it ended. */
final class Recording {
  private final Journal journal;
  private final Surroundings surroundings;
  private final Project project;
  private final Connection connection;

  Recording(Journal journal, Surroundings surroundings, Project project, Connection connection) {
    this.journal = journal;
    this.surroundings = surroundings;
    this.project = project;
    this.connection = connection;
  }

  /** Does the run, and notes it. */
  RunOutcome of(Plan plan, RunOptions options, Supplier<RunResult> run) {
    String id = UUID.randomUUID().toString();
    keepSql(id, plan, options);
    begin(id, plan);
    long start = System.nanoTime();
    try {
      RunResult result = run.get();
      List<String> heads = strings(result.headsAfter());
      End end = end(Outcome.DONE, start, Optional.empty(), Optional.of(heads));
      return new RunOutcome(result, finish(id, end));
    } catch (RuntimeException e) {
      Optional<RetortException> known =
          e instanceof RetortException thrown ? Optional.of(thrown) : Optional.empty();
      Outcome outcome = known.map(Recording::outcome).orElse(Outcome.FAILED);
      finish(id, end(outcome, start, known, known.flatMap(Recording::headsLeft)))
          .forEach(warning -> e.addSuppressed(new IllegalStateException(warning)));
      throw e;
    }
  }

  /** Before anything is begun, so that what has run can always be read. */
  private void keepSql(String id, Plan plan, RunOptions options) {
    Migrations migrations = project.config().migrations();
    VersionTable table =
        new VersionTable(migrations.versionTableSchema().orElse(""), migrations.versionTable());
    ScriptWriter.Transactions transactions =
        switch (options.scope()) {
          case PER_REVISION -> ScriptWriter.Transactions.PER_REVISION;
          case WHOLE_RUN -> ScriptWriter.Transactions.WHOLE_RUN;
        };
    try {
      journal.sql().keep(id, out -> ScriptWriter.stream(plan, table, transactions, out));
    } catch (UncheckedIOException e) {
      throw JournalException.unwritable(journal.sql().file(id), e);
    }
  }

  private void begin(String id, Plan plan) {
    JournalEntry entry =
        new JournalEntry(
            id,
            surroundings.clock().instant(),
            who(),
            new Where(
                project.root().toString(),
                connection.profile().name(),
                connection.profile().environment().name().toLowerCase(Locale.ROOT),
                connection.address()),
            new What(
                plan.command().word(),
                plan.targets(),
                strings(plan.headsBefore()),
                strings(plan.headsAfter()),
                plan.digest().value(),
                plan.steps().size()),
            Optional.empty());
    try {
      journal.begin(entry);
    } catch (UncheckedIOException e) {
      throw JournalException.unwritable(journal.path(), e);
    }
  }

  private List<String> finish(String id, End end) {
    try {
      journal.end(id, end);
      return List.of();
    } catch (UncheckedIOException e) {
      return List.of(
          "The end of the run could not be noted in " + journal.path() + ": " + e.getMessage());
    }
  }

  private static Outcome outcome(RetortException e) {
    if (e instanceof RunCancelledException) {
      return Outcome.CANCELLED;
    }
    return e.kind() == Kind.REFUSED ? Outcome.REFUSED : Outcome.FAILED;
  }

  private static Optional<List<String>> headsLeft(RetortException e) {
    return e instanceof RunFailedException failed
        ? Optional.of(failed.aftermath()).flatMap(Aftermath::heads).map(Recording::strings)
        : Optional.empty();
  }

  private static End end(
      Outcome outcome, long start, Optional<RetortException> error, Optional<List<String>> heads) {
    return new End(
        outcome,
        Duration.ofNanos(System.nanoTime() - start),
        error.map(RetortException::code),
        error.map(RetortException::message),
        heads);
  }

  /** Who runs it, {@code user@host}. */
  String who() {
    return who(surroundings);
  }

  /** The same, of a process. */
  static String who(Surroundings surroundings) {
    UserContext user = surroundings.user();
    Optional<String> host =
        user.variable("HOSTNAME")
            .or(() -> user.variable("COMPUTERNAME"))
            .or(Recording::linuxHostName);
    return user.osUser() + host.map(name -> "@" + name).orElse("");
  }

  /** Java would ask the network for it, which may take seconds. */
  private static Optional<String> linuxHostName() {
    Path file = Path.of("/proc/sys/kernel/hostname");
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static List<String> strings(List<RevisionId> ids) {
    return ids.stream().map(RevisionId::value).toList();
  }
}
