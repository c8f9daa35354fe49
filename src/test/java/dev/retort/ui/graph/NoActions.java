package dev.retort.ui.graph;

import dev.retort.lanes.drawing.GraphFormat;
import dev.retort.plan.Command;
import dev.retort.revision.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Notes what was asked for, and does nothing. */
final class NoActions implements GraphActions {
  final List<String> asked = new ArrayList<>();

  @Override
  public void target(Command command, RevisionId revision) {
    asked.add(command.word() + " " + revision);
  }

  @Override
  public void edit(RevisionId revision) {
    asked.add("edit " + revision);
  }

  @Override
  public void openFile(RevisionId revision) {
    asked.add("open " + revision);
  }

  @Override
  public void prove(Set<RevisionId> revisions) {
    asked.add("prove " + (revisions.isEmpty() ? "all" : revisions));
  }

  @Override
  public void newRevision(Optional<RevisionId> parent) {
    asked.add("new " + parent.map(RevisionId::value).orElse(""));
  }

  @Override
  public void merge(List<RevisionId> revisions) {
    asked.add("merge " + revisions);
  }

  @Override
  public void rebase(List<RevisionId> revisions) {
    asked.add("rebase " + revisions);
  }

  @Override
  public void squash(List<RevisionId> ends) {
    asked.add("squash " + ends);
  }

  @Override
  public void export(GraphFormat format) {
    asked.add("export " + format.word());
  }

  @Override
  public void openInspector() {
    asked.add("inspect");
  }
}
