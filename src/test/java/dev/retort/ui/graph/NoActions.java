package dev.retort.ui.graph;

import dev.retort.plan.Command;
import dev.retort.revision.RevisionId;
import java.util.ArrayList;
import java.util.List;

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
  public void openInspector() {
    asked.add("inspect");
  }
}
