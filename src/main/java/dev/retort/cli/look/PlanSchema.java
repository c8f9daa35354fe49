package dev.retort.cli.look;

import dev.retort.cli.schema.ChangeText;
import dev.retort.cli.schema.DiffText;
import dev.retort.cli.term.Output;
import dev.retort.engine.Shadows;
import dev.retort.execute.Cancellation;
import dev.retort.plan.Plan;
import dev.retort.schema.Snapshot;
import dev.retort.schema.ddl.CanonicalDdl;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a plan does to a schema, found out by running it on a shadow with that schema. */
final class PlanSchema {
  private final Plan plan;
  private final Snapshot before;
  private final Snapshot after;
  private final int version;

  private PlanSchema(Plan plan, Snapshot before, Snapshot after, int version) {
    this.plan = plan;
    this.before = before;
    this.after = after;
    this.version = version;
  }

  /**
   * Runs a plan on a shadow, if it has anything that could change a schema.
   *
   * @throws dev.retort.shadow.ShadowException if the shadow lacks what schema or steps need
   */
  static PlanSchema of(Snapshot before, Plan plan, Shadows shadows, Cancellation cancellation) {
    boolean runs = plan.steps().stream().anyMatch(step -> !step.statements().isEmpty());
    Snapshot after = runs ? shadows.after(before, plan, cancellation) : before;
    return new PlanSchema(plan, before, after, shadows.majorVersion());
  }

  void print(boolean ddl, Output output) {
    DiffText text = new DiffText(before, after);
    if (ddl) {
      new ChangeText(output).printDdl(text.changes());
    } else {
      text.print("", DiffText::step, output);
    }
    int count = text.changes().size();
    String what =
        switch (plan.command()) {
          case STAMP -> "A stamp runs nothing: the schema stays as it is.";
          case CLEANUP -> "What is half made is no part of the schema.";
          case UPGRADE, DOWNGRADE, RESUME ->
              count == 0
                  ? "The schema stays as it is."
                  : count + (count == 1 ? " object changes." : " objects change.");
        };
    output.remark(what + " Run on PostgreSQL " + version + ", on a shadow without rows.");
  }

  Map<String, Object> map() {
    DiffText text = new DiffText(before, after);
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("server_version", version);
    map.put("fingerprint_before", CanonicalDdl.of(before).fingerprint());
    map.put("fingerprint_after", CanonicalDdl.of(after).fingerprint());
    map.put("changes", text.maps());
    map.put("not_reordered", text.notReorderedNames());
    return map;
  }
}
