package dev.retort.ui.shell;

import dev.retort.engine.PlanRequest;
import dev.retort.engine.Planning;
import dev.retort.plan.IrreversibleException;
import dev.retort.plan.NeedsAutocommitException;
import dev.retort.plan.Plan;
import dev.retort.problem.RetortException;
import dev.retort.revision.RevisionId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * What to ask for to undo a plan that has run. A request is offered only if planning it from where
 * the run ends leads to exactly the heads that it began with.
 *
 * @param request what undoes it; empty where nothing does
 * @param words what that would do, or why there is no way back
 */
record WayBackPlan(Optional<PlanRequest> request, String words) {

  /** The way back from a plan that has steps. Pure; any thread. */
  static WayBackPlan of(Plan done, Planning planning) {
    return switch (done.command()) {
      case UPGRADE, DOWNGRADE -> done.steps().isEmpty() ? none("") : search(done, planning);
      case STAMP -> search(done, planning);
      case RESUME, CLEANUP -> none("");
    };
  }

  private static WayBackPlan none(String why) {
    return new WayBackPlan(Optional.empty(), why);
  }

  private static WayBackPlan search(Plan done, Planning planning) {
    Optional<String> irreversible = Optional.empty();
    for (PlanRequest request : candidates(done)) {
      try {
        Plan back = planning.plan(request, done.headsAfter());
        if (new HashSet<>(back.headsAfter()).equals(new HashSet<>(done.headsBefore()))) {
          IrreversibleException.check(back);
          NeedsAutocommitException.check(back);
          return new WayBackPlan(Optional.of(request), words(request, back));
        }
      } catch (IrreversibleException noWay) {
        irreversible = Optional.of(noWay.message());
      } catch (RetortException unreachable) {
        // Another one may lead there.
      }
    }
    return none(
        irreversible
            .map(why -> "This cannot be undone. " + why)
            .orElse(
                "No single command leads back to "
                    + names(done.headsBefore())
                    + ": go back branch by branch."));
  }

  /** Whatever might lead back; the first that does is taken. */
  private static List<PlanRequest> candidates(Plan done) {
    List<String> before = done.headsBefore().stream().map(RevisionId::value).toList();
    List<PlanRequest> all = new ArrayList<>();
    switch (done.command()) {
      case UPGRADE -> {
        if (before.isEmpty()) {
          all.add(PlanRequest.downgrade("base"));
        }
        before.forEach(head -> all.add(PlanRequest.downgrade(head)));
        all.add(PlanRequest.downgrade("-" + done.steps().size()));
      }
      case DOWNGRADE -> all.add(PlanRequest.upgrade(before.toArray(String[]::new)));
      case STAMP ->
          all.add(
              before.isEmpty()
                  ? PlanRequest.stamp("base")
                  : PlanRequest.stamp(before.toArray(String[]::new)));
      case RESUME, CLEANUP -> {}
    }
    return all;
  }

  private static String words(PlanRequest request, Plan back) {
    int steps = back.steps().size();
    return "The way back: %s %s, %d step%s."
        .formatted(
            request.command().word(),
            String.join(" ", request.targets()),
            steps,
            steps == 1 ? "" : "s");
  }

  private static String names(List<RevisionId> heads) {
    return heads.isEmpty()
        ? "base"
        : String.join(", ", heads.stream().map(RevisionId::value).toList());
  }
}
