package dev.retort.shadow;

import dev.retort.execute.failure.RunCancelledException;
import dev.retort.execute.failure.RunFailedException;
import dev.retort.graph.RevisionGraph;
import dev.retort.plan.Command;
import dev.retort.plan.Digest;
import dev.retort.plan.Direction;
import dev.retort.plan.Plan;
import dev.retort.plan.Planner;
import dev.retort.plan.Step;
import dev.retort.problem.RetortException;
import dev.retort.revision.RevisionId;
import dev.retort.revision.Script;
import dev.retort.revision.WayBack;
import dev.retort.schema.Snapshot;
import dev.retort.shadow.RoundTrip.Failure;
import dev.retort.shadow.RoundTrip.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes the revisions of a plan up, down and up again, one after another in one database, which is
 * made anew after one that does not lead back. For one thread; close it in the end.
 */
final class Verification implements AutoCloseable {
  private final Supplier<ShadowServer> server;
  private final Supplier<Replay> replays;
  private final List<Script> baseline;
  private final Chain chain;
  private final Plan plan;
  private final Planner planner;

  private @Nullable At at;
  private @Nullable Replay replay;

  /** The first step that does not run: nothing can be said of those after it. */
  private int broken = Integer.MAX_VALUE;

  /** Where the work has got to: a database with so many steps of the plan in it. */
  private record At(Workspace workspace, int steps, Snapshot snapshot) {}

  Verification(
      Supplier<ShadowServer> server,
      Supplier<Replay> replays,
      List<Script> baseline,
      Chain chain,
      Plan plan,
      RevisionGraph graph) {
    this.server = server;
    this.replays = replays;
    this.baseline = baseline;
    this.chain = chain;
    this.plan = plan;
    this.planner = new Planner(graph);
  }

  /** What there is to undo a step with; none if there is nothing that could be tried. */
  Optional<Step> down(int index) {
    Step up = plan.steps().get(index);
    RevisionId id = up.revision().orElseThrow();
    return up.wayBack() instanceof WayBack.Downgrade
        ? planner.single(up.headsAfter(), id, Direction.DOWNGRADE, new ArrayList<>())
        : Optional.empty();
  }

  /** The verdict where nothing has to be run for it. */
  Optional<RoundTrip> withoutTrying(int index) {
    Step up = plan.steps().get(index);
    RevisionId id = up.revision().orElseThrow();
    return switch (up.wayBack()) {
      case WayBack.Irreversible(String reason) -> Optional.of(told(id, Verdict.NONE, reason));
      case WayBack.Missing() ->
          Optional.of(
              up.statements().isEmpty()
                  ? told(id, Verdict.EXACT, "There is nothing to undo.")
                  : told(
                      id,
                      Verdict.MISSING,
                      "The file has no downgrade; if none is meant, say so: -- @downgrade none:"
                          + " reason."));
      case WayBack.Downgrade(Script script) ->
          up.statements().isEmpty() && down(index).filter(d -> d.statements().isEmpty()).isPresent()
              ? Optional.of(told(id, Verdict.EXACT, "There is nothing to undo."))
              : Optional.empty();
    };
  }

  static RoundTrip told(RevisionId id, Verdict verdict, String reason) {
    return new RoundTrip(
        id,
        verdict,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.of(reason).filter(text -> !text.isBlank()),
        Optional.empty(),
        0);
  }

  /** The round trip of a step. */
  RoundTrip verify(int index) {
    long start = System.nanoTime();
    Attempt attempt = new Attempt(plan.steps().get(index).revision().orElseThrow());
    if (index > broken) {
      return told(attempt.id, Verdict.NOT_REACHED, "A revision below it does not run.");
    }
    At from;
    try {
      from = reach(index);
    } catch (RunFailedException | ShadowException e) {
      requireConnected(e);
      broken = index - 1;
      return told(attempt.id, Verdict.NOT_REACHED, OnShadow.words(e));
    }
    try (Workspace withRows = from.workspace().fork()) {
      attempt.go(from, index);
      if (attempt.verdict != Verdict.UP_FAILS) {
        RowTrip trip = new RowTrip(withRows, from.snapshot(), attempt.down);
        attempt.rows = trip.go(() -> upAndDown(withRows, index));
      }
    }
    return attempt.result((System.nanoTime() - start) / 1_000_000);
  }

  private void upAndDown(Workspace workspace, int index) {
    replay().run(workspace, Slice.of(plan, index, index + 1));
    replay().run(workspace, downPlan(index));
  }

  /** The database with so many steps in it. */
  private At reach(int steps) {
    if (at == null || at.steps() != steps) {
      close();
      Chain part = new Chain(chain.keys().subList(0, steps + 1));
      Workspace workspace = replay().reach(Slice.of(plan, 0, steps), baseline, part);
      if (!server.get().kept().contains(part.last())) {
        // The next one that does not lead back need not begin at the beginning again.
        workspace.fork().keep(part.last());
      }
      at = new At(workspace, steps, workspace.snapshot());
    }
    return at;
  }

  private Replay replay() {
    if (replay == null) {
      replay = replays.get();
    }
    return replay;
  }

  /** That a server has gone is no verdict. */
  static void requireConnected(RetortException failure) {
    if (failure.kind() == RetortException.Kind.CONNECTION
        || failure instanceof RunCancelledException) {
      throw failure;
    }
  }

  private Plan downPlan(int index) {
    Step down = down(index).orElseThrow();
    List<RevisionId> before = plan.steps().get(index).headsAfter();
    return single(Command.DOWNGRADE, before, down);
  }

  private Plan upAgain(int index) {
    Step down = down(index).orElseThrow();
    RevisionId id = down.revision().orElseThrow();
    Step up =
        planner
            .single(down.headsAfter(), id, Direction.UPGRADE, new ArrayList<>())
            .orElseGet(() -> plan.steps().get(index));
    return single(Command.UPGRADE, down.headsAfter(), up);
  }

  private static Plan single(Command command, List<RevisionId> before, Step step) {
    return new Plan(
        command,
        step.revision().stream().map(RevisionId::value).toList(),
        false,
        before,
        step.headsAfter(),
        List.of(step),
        List.of(),
        Digest.of(before, List.of(step)));
  }

  /** One round trip under way. */
  private final class Attempt {
    private final RevisionId id;
    private Verdict verdict = Verdict.EXACT;
    private List<ObjectChange> back = List.of();
    private List<ObjectChange> again = List.of();
    private Optional<Failure> failure = Optional.empty();
    private Optional<Snapshot> down = Optional.empty();
    private Optional<RoundTrip.Rows> rows = Optional.empty();

    Attempt(RevisionId id) {
      this.id = id;
    }

    void go(At from, int index) {
      Workspace workspace = from.workspace();
      at = null;
      boolean whole = false;
      try {
        if (!ran(workspace, Slice.of(plan, index, index + 1), Verdict.UP_FAILS)) {
          broken = index;
          return;
        }
        Snapshot up = workspace.snapshot();
        if (!ran(workspace, downPlan(index), Verdict.DOWN_FAILS)) {
          return;
        }
        Snapshot undone = workspace.snapshot();
        down = Optional.of(undone);
        Comparison first = new Comparison(from.snapshot(), undone);
        back = first.changes();
        if (!ran(workspace, upAgain(index), Verdict.UP_AGAIN_FAILS)) {
          return;
        }
        Comparison second = new Comparison(up, workspace.snapshot());
        again = second.changes();
        judge(first, second);
        whole = verdict == Verdict.EXACT;
        if (whole) {
          at = new At(workspace, index + 1, up);
        }
      } finally {
        if (!whole) {
          workspace.close();
        }
      }
    }

    private void judge(Comparison first, Comparison second) {
      if (!first.equal() || !second.equal()) {
        verdict =
            first.equalButForColumnOrder() && second.equalButForColumnOrder()
                ? Verdict.COLUMN_ORDER
                : Verdict.DIFFERS;
      }
    }

    private boolean ran(Workspace workspace, Plan step, Verdict otherwise) {
      try {
        replay().run(workspace, step);
        return true;
      } catch (RetortException e) {
        requireConnected(e);
        verdict = otherwise;
        failure = Optional.of(new Failure(e.code(), OnShadow.words(e)));
        return false;
      }
    }

    RoundTrip result(long millis) {
      return new RoundTrip(id, verdict, back, again, failure, Optional.empty(), rows, millis);
    }
  }

  /** Everything that decides a verdict, beside what comes before the step. */
  List<String> content(int index) {
    List<String> texts = new ArrayList<>();
    texts.add(chain.keys().get(index + 1));
    down(index)
        .ifPresent(
            step -> {
              texts.add(step.transactional() ? "transaction" : "autocommit");
              step.statements().forEach(statement -> texts.add(statement.sql()));
            });
    return texts;
  }

  @Override
  public void close() {
    if (at != null) {
      at.workspace().close();
      at = null;
    }
  }
}
