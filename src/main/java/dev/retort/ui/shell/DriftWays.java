package dev.retort.ui.shell;

import dev.retort.engine.PlanRequest;
import dev.retort.plan.Command;
import dev.retort.revision.RevisionId;
import dev.retort.ui.drift.DriftActions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.Window;

/** Leads from drift to the review of a stamp, to the graph, and to the desktop's file dialog. */
record DriftWays(
    Consumer<PlanRequest> openReview, Consumer<RevisionId> show, Supplier<Window> window)
    implements DriftActions {

  @Override
  public void stamp(List<RevisionId> heads) {
    List<String> targets =
        heads.isEmpty() ? List.of("base") : heads.stream().map(RevisionId::value).toList();
    openReview.accept(new PlanRequest(Command.STAMP, targets, true));
  }

  @Override
  public void select(RevisionId revision) {
    show.accept(revision);
  }

  @Override
  public Optional<Path> chooseFile(String title, String name) {
    return new DesktopFileChoice().choose(title, name, window.get());
  }
}
