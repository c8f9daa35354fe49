package dev.retort.cli.look;

import dev.retort.cli.base.RevisionJson;
import dev.retort.cli.term.Mapped;
import dev.retort.engine.seen.Changed;
import dev.retort.plan.Note;
import dev.retort.plan.Plan;
import dev.retort.plan.PlannedStatement;
import dev.retort.plan.Step;
import dev.retort.revision.RevisionId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A plan for JSON, as the design fixes it; later versions only add. */
final class PlanJson {
  private PlanJson() {}

  /**
   * A plan.
   *
   * @param changed the steps that are not what the database last saw
   */
  static Map<String, Object> of(Plan plan, Map<Integer, Changed> changed) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("command", plan.command().word());
    map.put("targets", plan.targets());
    map.put("purge", plan.purge());
    map.put("heads_before", RevisionJson.ids(plan.headsBefore()));
    map.put("heads_after", RevisionJson.ids(plan.headsAfter()));
    map.put("digest", plan.digest().value());
    map.put("steps", new Mapped<>(plan.steps(), PlanJson::step));
    plan.resumption()
        .ifPresent(
            from -> {
              Map<String, Object> resumed = StoppedJson.mark(from.interruption());
              resumed.put("next_statement", from.next() + 1);
              map.put("resumes", resumed);
            });
    map.put("notes", plan.notes().stream().map(PlanJson::note).toList());
    if (!changed.isEmpty()) {
      map.put("changed", SeenText.json(changed.values().stream().map(Changed::last).toList()));
    }
    return map;
  }

  private static Map<String, Object> step(Step step) {
    Map<String, Object> map = new LinkedHashMap<>();
    step.revision().map(RevisionId::value).ifPresent(id -> map.put("revision", id));
    map.put("direction", step.direction().word());
    map.put("message", step.message());
    step.file().ifPresent(file -> map.put("file", file));
    map.put("transactional", step.transactional());
    map.put("heads_after", RevisionJson.ids(step.headsAfter()));
    map.put("statements", new Mapped<>(step.statements(), PlanJson::statement));
    return map;
  }

  private static Map<String, Object> statement(PlannedStatement statement) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (statement.line() > 0) {
      map.put("line", statement.line());
    }
    map.put("kind", statement.kind());
    map.put("purpose", statement.purpose().name().toLowerCase(Locale.ROOT));
    map.put("sql", statement.sql());
    return map;
  }

  private static Map<String, Object> note(Note note) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("code", note.code());
    map.put("text", note.text());
    note.revision().map(RevisionId::value).ifPresent(id -> map.put("revision", id));
    return map;
  }
}
