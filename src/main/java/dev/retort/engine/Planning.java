package dev.retort.engine;

import dev.retort.plan.IrreversibleException;
import dev.retort.plan.Offline;
import dev.retort.plan.Plan;
import dev.retort.plan.Planner;
import dev.retort.preview.ScriptWriter;
import dev.retort.preview.ScriptWriter.Transactions;
import dev.retort.preview.SqlScript;
import dev.retort.preview.VersionTable;
import dev.retort.profile.project.Migrations;
import dev.retort.revision.RevisionId;
import java.util.List;

/** Makes plans for one project. Touches no database. */
public final class Planning {
  private final Project project;

  /** Plans for a project as it was read. */
  public Planning(Project project) {
    this.project = project;
  }

  /**
   * The plan from some heads.
   *
   * @param heads the rows of the version table, in its own order
   * @throws BrokenProjectException if the project has errors
   * @throws dev.retort.graph.target.TargetException if a target cannot be resolved or reached
   * @throws dev.retort.plan.UnplannableException if a section holds what may not be run
   * @throws dev.retort.plan.IrreversibleException if there is no way back
   */
  public Plan plan(PlanRequest request, List<RevisionId> heads) {
    Planner planner = new Planner(project.sound().graph());
    return switch (request.command()) {
      case UPGRADE -> planner.upgrade(heads, request.targets());
      case DOWNGRADE -> planner.downgrade(heads, request.targets().getFirst());
      case STAMP -> planner.stamp(heads, request.targets(), request.purge());
    };
  }

  /** Whether targets are ranges {@code from:to}, which need no database to start from. */
  public static boolean isOffline(List<String> targets) {
    return targets.stream().anyMatch(target -> target.contains(":"));
  }

  /**
   * The plan between the ends of a range {@code from:to}, with no database at all.
   *
   * @throws dev.retort.graph.target.TargetException as {@link #plan}, and for what is no range
   */
  public Plan offline(PlanRequest request) {
    Offline offline = new Offline(project.sound().graph());
    return switch (request.command()) {
      case UPGRADE -> offline.upgrade(request.targets().getFirst());
      case DOWNGRADE -> offline.downgrade(request.targets().getFirst());
      case STAMP -> offline.stamp(request.targets());
    };
  }

  /**
   * A plan as a script for psql, in the form of Alembic's {@code --sql}.
   *
   * @param create whether the version table has to be made first
   */
  public SqlScript script(Plan plan, boolean create) {
    Migrations migrations = project.config().migrations();
    VersionTable table =
        new VersionTable(migrations.versionTableSchema().orElse(""), migrations.versionTable());
    Transactions transactions =
        switch (migrations.scope()) {
          case PER_REVISION -> Transactions.PER_REVISION;
          case WHOLE_RUN -> Transactions.WHOLE_RUN;
        };
    IrreversibleException.check(plan);
    return ScriptWriter.write(plan, table, transactions, create);
  }
}
