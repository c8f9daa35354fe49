package dev.retort.cli.run;

import dev.retort.cli.base.ExitCode;
import dev.retort.cli.base.Invocation;
import dev.retort.cli.base.RevisionJson;
import dev.retort.cli.look.PlanText;
import dev.retort.cli.term.LongText;
import dev.retort.cli.term.Output;
import dev.retort.engine.Connection;
import dev.retort.engine.PlanRequest;
import dev.retort.engine.Planning;
import dev.retort.engine.Project;
import dev.retort.engine.Runs;
import dev.retort.execute.RunOptions;
import dev.retort.execute.state.DatabaseState;
import dev.retort.plan.Command;
import dev.retort.plan.Plan;
import dev.retort.preview.SqlText;
import dev.retort.profile.RunLimits;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code --sql}: the script instead of a run. A range needs no database; without one the script
 * starts where the database is, which is only read.
 */
final class SqlOutput {
  private final Invocation invocation;
  private final Output output;

  SqlOutput(Invocation invocation, Output output) {
    this.invocation = invocation;
    this.output = output;
  }

  int print(PlanRequest request, Optional<String> digest) {
    boolean offline = Planning.isOffline(request.targets());
    if (!offline) {
      invocation.lookAhead();
    }
    Project project = invocation.soundProject(output);
    Planning planning = new Planning(project);
    RunLimits limits = project.config().migrations().limits();
    Plan plan;
    boolean create;
    if (offline) {
      plan = planning.offline(request);
      create = plan.headsBefore().isEmpty() && plan.command() != Command.DOWNGRADE;
    } else {
      Connection connection = invocation.connect(project, output);
      DatabaseState state = connection.state();
      limits = connection.profile().limits().or(limits);
      plan = planning.plan(request, state.heads());
      create = !state.versions().exists();
    }
    digest.ifPresent(reviewed -> Runs.requireReviewed(plan, reviewed));
    plan.notes().forEach(note -> output.warning(output.paths().in(note.text())));
    SqlText script = planning.script(plan, create);
    if (output.wantsJson()) {
      output.json(document(plan, script));
    } else if (plan.steps().isEmpty()) {
      output.remark(PlanText.headline(plan));
    } else {
      output.text(prelude(invocation.options().limits().or(limits)));
      script.writeTo(output::text);
    }
    return ExitCode.DONE;
  }

  /**
   * What a run takes care of by itself, and psql only if it is told: that an error ends it, instead
   * of the next revision being applied without this one; how strings are read; and that a statement
   * which waits for a lock does not hold up everybody behind it.
   */
  private static String prelude(RunLimits limits) {
    Duration lock = limits.lockTimeout().orElse(RunOptions.defaults().lockTimeout());
    Duration statement = limits.statementTimeout().orElse(Duration.ZERO);
    return """
    -- For psql: it stops at the first error, and waits for a lock no longer than a run would.
    \\set ON_ERROR_STOP on
    SET standard_conforming_strings = on;
    SET lock_timeout = %s;
    """
            .formatted(setting(lock))
        + (statement.isZero()
            ? "\n"
            : "SET statement_timeout = %s;\n\n".formatted(setting(statement)));
  }

  /** As the server reads it; never nothing, which would mean no limit. */
  private static String setting(Duration limit) {
    long millis = Math.max(1, limit.toMillis());
    return millis % 1000 == 0 ? "'" + millis / 1000 + "s'" : "'" + millis + "ms'";
  }

  private static Map<String, Object> document(Plan plan, SqlText script) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("command", plan.command().word());
    map.put("targets", plan.targets());
    map.put("heads_before", RevisionJson.ids(plan.headsBefore()));
    map.put("heads_after", RevisionJson.ids(plan.headsAfter()));
    map.put("digest", plan.digest().value());
    map.put("sql", new LongText(script::writeTo));
    return map;
  }
}
