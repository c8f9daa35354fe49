package dev.retort.engine;

import dev.retort.execute.state.DatabaseState;
import dev.retort.plan.Command;
import dev.retort.plan.Interruption;
import dev.retort.plan.IrreversibleException;
import dev.retort.plan.NeedsAutocommitException;
import dev.retort.plan.NotFilledInException;
import dev.retort.plan.Offline;
import dev.retort.plan.Plan;
import dev.retort.plan.Planner;
import dev.retort.plan.Resumption;
import dev.retort.plan.resume.Choice;
import dev.retort.plan.resume.Resumer;
import dev.retort.preview.ScriptWriter;
import dev.retort.preview.ScriptWriter.Transactions;
import dev.retort.preview.SqlText;
import dev.retort.preview.VersionTable;
import dev.retort.profile.project.Migrations;
import dev.retort.revision.RevisionId;
import java.util.List;
import java.util.Optional;

/** Makes plans for one project. Touches no database. */
public final class Planning {
  private final Project project;

  /** Plans for a project as it was read. */
  public Planning(Project project) {
    this.project = project;
  }

  /**
   * The plan for a database as it was found. Where a step stopped midway, an upgrade or a downgrade
   * begins with what is left of it.
   *
   * @throws dev.retort.plan.resume.ResumeException if it is not clear how to go on, or not that way
   * @throws NothingStoppedException if there is nothing to go on with or to clean up
   * @throws LongIdException if the version table has no room for an id
   */
  public Plan plan(PlanRequest request, DatabaseState state) {
    return new IdRoom(project.roomForIds()).checked(unchecked(request, state), state.versions());
  }

  private Plan unchecked(PlanRequest request, DatabaseState state) {
    Optional<Interruption> mark = state.stopped();
    if (mark.isEmpty()) {
      return plan(request, state.heads());
    }
    Resumer resumer =
        new Resumer(project.sound().graph(), state.heads(), mark.get(), state.traces());
    return switch (request.command()) {
      case UPGRADE, DOWNGRADE -> resumer.onTheWay(request.command(), request.targets());
      case STAMP -> plan(request, state.heads());
      case RESUME -> resumer.finish(request.choice());
      case CLEANUP -> resumer.cleanup();
    };
  }

  /**
   * The same plan from the project as it is here: for the same heads, and where it goes on with a
   * step that stopped, from the same mark. What is no longer the same has another digest.
   */
  public Plan again(Plan plan) {
    if (plan.command() == Command.CLEANUP) {
      return plan;
    }
    PlanRequest request = new PlanRequest(plan.command(), plan.targets(), plan.purge());
    if (plan.resumption().isEmpty()) {
      return plan(request, plan.headsBefore());
    }
    Resumption from = plan.resumption().get();
    Resumer resumer =
        new Resumer(
            project.sound().graph(), plan.headsBefore(), from.interruption(), from.traces());
    if (plan.command() != Command.RESUME) {
      return resumer.onTheWay(plan.command(), plan.targets());
    }
    boolean skips = from.next() > from.interruption().statement();
    return resumer.finish(skips ? Choice.SKIP : Choice.RUN_AGAIN);
  }

  /**
   * The plan from some heads, where no step stopped midway.
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
      case RESUME, CLEANUP -> throw new NothingStoppedException(request.command());
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
      case RESUME, CLEANUP -> throw new NothingStoppedException(request.command());
    };
  }

  /**
   * A plan as a script for psql, in the form of Alembic's {@code --sql}. What may not be run has no
   * script: that is found out here, before its first piece is written.
   *
   * @param create whether the version table has to be made first
   */
  public SqlText script(Plan plan, boolean create) {
    Migrations migrations = project.config().migrations();
    VersionTable table =
        new VersionTable(
            migrations.versionTableSchema().orElse(""),
            migrations.versionTable(),
            project.roomForIds());
    Transactions transactions =
        switch (migrations.scope()) {
          case PER_REVISION -> Transactions.PER_REVISION;
          case WHOLE_RUN -> Transactions.WHOLE_RUN;
        };
    IrreversibleException.check(plan);
    NeedsAutocommitException.check(plan);
    NotFilledInException.check(plan);
    return out -> ScriptWriter.stream(plan, table, transactions, create, out);
  }
}
