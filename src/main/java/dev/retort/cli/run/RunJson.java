package dev.retort.cli.run;

import dev.retort.cli.base.RevisionJson;
import dev.retort.cli.base.SessionJson;
import dev.retort.engine.Connection;
import dev.retort.engine.RunOutcome;
import dev.retort.execute.RunEvent;
import dev.retort.execute.state.Retry;
import dev.retort.execute.state.SessionInfo;
import dev.retort.plan.Plan;
import dev.retort.plan.PlannedStatement;
import dev.retort.plan.Step;
import dev.retort.revision.RevisionId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Gathers what happened in a run, for JSON. */
final class RunJson {
  private final List<Map<String, Object>> steps = new ArrayList<>();
  private final List<Map<String, Object>> notices = new ArrayList<>();
  private final List<Map<String, Object>> attempts = new ArrayList<>();
  private final List<Map<String, Object>> waits = new ArrayList<>();
  private final Replanning replanning;
  private long waited;
  private int step = -1;
  private RanStatements statements = new RanStatements();
  private List<PlannedStatement> planned = List.of();

  RunJson(Replanning replanning) {
    this.replanning = replanning;
  }

  /** Takes an event; one at a time. */
  void take(RunEvent event) {
    switch (event) {
      case RunEvent.StepStarted(int started, Step what) -> {
        if (started < step) {
          // The whole run is one transaction, and begins again from its first step.
          steps.subList(started, steps.size()).clear();
        }
        if (started > step) {
          attempts.clear();
        }
        step = started;
        statements = new RanStatements();
        planned = what.statements();
        notices.clear();
      }
      case RunEvent.StatementStarted begun -> {}
      case RunEvent.NoticeRaised(int step, int statement, String severity, String message) ->
          notices.add(notice(severity, message));
      case RunEvent.StatementFinished finished ->
          statements.add(finished.rows(), finished.took().toMillis());
      case RunEvent.StepFinished finished -> {
        Map<String, Object> step = new LinkedHashMap<>();
        step.put("took_ms", finished.took().toMillis());
        step.put("statements", statements.of(planned));
        step.put("notices", List.copyOf(notices));
        if (!attempts.isEmpty()) {
          step.put("retries", List.copyOf(attempts));
        }
        steps.add(step);
      }
      case RunEvent.LockWaiting waiting -> waits(waiting);
      case RunEvent.LockTaken taken -> waited += taken.waited().toMillis();
      case RunEvent.StatementBlocked blocked -> {}
      case RunEvent.StepRetrying retrying ->
          attempts.add(retry(retrying.reason(), retrying.by(), retrying.pause()));
      case RunEvent.StatementRetrying retrying -> {
        statements.backTo(retrying.statement());
        attempts.add(retry(retrying.reason(), retrying.by(), retrying.pause()));
      }
      case RunEvent.RunFinished finished -> {}
    }
  }

  /** Each holder once, with what it was running when it was first seen. */
  private void waits(RunEvent.LockWaiting waiting) {
    waiting
        .holder()
        .map(SessionJson::of)
        .filter(
            holder ->
                waits.isEmpty()
                    || !Objects.equals(waits.getLast().get("process_id"), holder.get("process_id")))
        .ifPresent(waits::add);
  }

  private static Map<String, Object> retry(String reason, List<SessionInfo> by, Duration pause) {
    return new Retry(reason, by, pause).details();
  }

  private static Map<String, Object> notice(String severity, String message) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("severity", severity);
    map.put("message", message);
    return map;
  }

  /** The whole document, once the run has ended. */
  Map<String, Object> document(Plan plan, Connection connection, RunOutcome outcome) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("command", plan.command().word());
    map.put("targets", plan.targets());
    map.put("profile", connection.profile().name());
    map.put("database", connection.address());
    map.put("heads_before", RevisionJson.ids(plan.headsBefore()));
    map.put("heads_after", RevisionJson.ids(outcome.result().headsAfter()));
    map.put("digest", plan.digest().value());
    map.put("steps", steps(plan));
    if (!waits.isEmpty()) {
      map.put("waited_ms", waited);
      map.put("waited_for", List.copyOf(waits));
    }
    if (replanning.times() > 0) {
      map.put("planned_again", replanning.times());
    }
    map.put("took_ms", outcome.result().took().toMillis());
    return map;
  }

  private List<Map<String, Object>> steps(Plan plan) {
    List<Map<String, Object>> maps = new ArrayList<>();
    for (int i = 0; i < plan.steps().size(); i++) {
      Step step = plan.steps().get(i);
      Map<String, Object> map = new LinkedHashMap<>();
      step.revision().map(RevisionId::value).ifPresent(id -> map.put("revision", id));
      map.put("direction", step.direction().word());
      map.put("message", step.message());
      step.file().ifPresent(file -> map.put("file", file));
      map.put("heads_after", RevisionJson.ids(step.headsAfter()));
      if (i < steps.size()) {
        map.putAll(steps.get(i));
      }
      maps.add(map);
    }
    return maps;
  }
}
