package dev.retort.shadow;

import dev.retort.execute.Cancellation;
import dev.retort.execute.Executor;
import dev.retort.execute.RunOptions;
import dev.retort.execute.failure.RunFailedException;
import dev.retort.graph.HeadChange;
import dev.retort.graph.RowChange;
import dev.retort.plan.Command;
import dev.retort.plan.Digest;
import dev.retort.plan.Direction;
import dev.retort.plan.Plan;
import dev.retort.plan.Step;
import dev.retort.problem.RetortException;
import dev.retort.revision.RevisionId;
import dev.retort.revision.Script;
import dev.retort.revision.WayBack;
import dev.retort.schema.Snapshot;
import dev.retort.schema.ddl.CanonicalDdl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Replays revisions in shadow databases, with the runner that runs them on real ones. It goes on
 * from the nearest state that is kept. For one thread.
 */
final class Replay {
  private static final RunOptions OPTIONS =
      new RunOptions(
          Duration.ofMinutes(1),
          Duration.ZERO,
          Duration.ofSeconds(10),
          0,
          RunOptions.Scope.PER_REVISION);

  private final ShadowServer server;
  private final Cancellation cancellation;
  private final Consumer<String> progress;
  private final Set<String> madeRoles = new HashSet<>();

  Replay(ShadowServer server, Cancellation cancellation, Consumer<String> progress) {
    this.server = server;
    this.cancellation = cancellation;
    this.progress = progress;
  }

  /**
   * A database with the baseline and all steps of a plan in it. The caller closes it.
   *
   * @throws ShadowException with what the shadow lacks, if it is that
   * @throws RunFailedException if a step fails
   */
  Workspace reach(Plan plan, List<Script> baseline, Chain chain) {
    while (true) {
      Begun begun = nearest(chain);
      boolean reached = false;
      try {
        go(begun, plan, baseline);
        reached = true;
        return begun.workspace();
      } catch (RetortException e) {
        keepWhatIsWhole(begun, plan, chain, e);
        makeRoleOrThrow(e);
      } finally {
        if (!reached) {
          begun.workspace().close();
        }
      }
    }
  }

  /** A database with a schema and no rows, at some heads. The caller closes it. */
  Workspace loaded(Snapshot schema, List<RevisionId> heads) {
    schema.roles().forEach(server::makeRole);
    Workspace workspace = server.empty();
    boolean loaded = false;
    try {
      workspace.load(CanonicalDdl.of(schema));
      List<Step> stamps = stamps(heads);
      execute(
          workspace,
          new Plan(
              Command.STAMP,
              heads.stream().map(RevisionId::value).toList(),
              false,
              List.of(),
              heads,
              stamps,
              List.of(),
              Digest.of(List.of(), stamps)));
      loaded = true;
      return workspace;
    } finally {
      if (!loaded) {
        workspace.close();
      }
    }
  }

  private static List<Step> stamps(List<RevisionId> heads) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < heads.size(); i++) {
      RevisionId head = heads.get(i);
      steps.add(
          new Step(
              Optional.of(head),
              Direction.STAMP,
              List.of(),
              List.of(head),
              "",
              Optional.empty(),
              true,
              List.of(),
              new HeadChange(List.of(new RowChange.Insert(head))),
              heads.subList(0, i + 1).stream().sorted().toList(),
              new WayBack.Missing()));
    }
    return steps;
  }

  /** Runs a plan in a database, roles that are missing made. */
  void run(Workspace workspace, Plan plan) {
    Plan left = plan;
    while (true) {
      try {
        execute(workspace, left);
        return;
      } catch (RunFailedException e) {
        int done = e.aftermath().stepsDone();
        if (done >= left.steps().size() || !left.steps().get(done).transactional()) {
          throw Lack.in(e).<RetortException>map(lack -> lack.failure(e)).orElse(e);
        }
        makeRoleOrThrow(e);
        left = Slice.from(left, done);
      }
    }
  }

  private record Begun(Workspace workspace, int steps) {}

  /** Where to go on from: after how many steps; -1 where not even the baseline is there. */
  private Begun nearest(Chain chain) {
    Set<String> kept = server.kept();
    for (int steps = chain.keys().size() - 1; steps >= 0; steps--) {
      String key = chain.keys().get(steps);
      Optional<Workspace> copy = kept.contains(key) ? server.copy(key) : Optional.empty();
      if (copy.isPresent()) {
        return new Begun(copy.get(), steps);
      }
    }
    return new Begun(server.empty(), -1);
  }

  private void go(Begun begun, Plan plan, List<Script> baseline) {
    if (begun.steps() < 0) {
      begun.workspace().baseline(baseline);
    }
    Plan rest = Slice.from(plan, Math.max(0, begun.steps()));
    if (!rest.steps().isEmpty()) {
      int count = rest.steps().size();
      progress.accept(
          "Replaying " + (count == 1 ? "a revision" : count + " revisions") + " on a shadow …");
      execute(begun.workspace(), rest);
    }
  }

  private void execute(Workspace workspace, Plan plan) {
    new Executor(workspace.database()).run(plan, OPTIONS, event -> {}, cancellation);
  }

  /** What ran before a step that failed and left nothing behind need not run again. */
  private static void keepWhatIsWhole(Begun begun, Plan plan, Chain chain, RetortException e) {
    if (!(e instanceof RunFailedException failed)) {
      return;
    }
    int done = Math.max(0, begun.steps()) + failed.aftermath().stepsDone();
    List<Step> steps = plan.steps();
    if (failed.aftermath().stepsDone() > 0
        && done < steps.size()
        && steps.get(done).transactional()) {
      begun.workspace().keep(chain.keys().get(done));
    }
  }

  /** A missing role is made, once; anything else is thrown. */
  private void makeRoleOrThrow(RetortException failure) {
    Optional<Lack> lack = Lack.in(failure);
    if (lack.isEmpty()) {
      throw failure;
    }
    boolean made =
        lack.get().what() == Lack.What.ROLE
            && madeRoles.add(lack.get().name())
            && server.makeRole(lack.get().name());
    if (!made) {
      throw lack.get().failure(failure);
    }
  }
}
