package dev.retort.lanes.jgit;

import dev.retort.graph.RevisionGraph;
import dev.retort.lanes.LaneLayout;
import dev.retort.lanes.LaneNode;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revplot.PlotCommit;
import org.eclipse.jgit.revplot.PlotCommitList;
import org.eclipse.jgit.revplot.PlotLane;
import org.eclipse.jgit.revplot.PlotWalk;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;

/**
 * A revision graph as commits in a repository in memory: what a revision revises and depends on are
 * a commit's parents, and commits are as old as the rows of our own layout say, so that both draw
 * the same rows.
 */
final class JGitLanes implements AutoCloseable {
  private static final Instant EPOCH = Instant.parse("2020-01-01T00:00:00Z");

  private final InMemoryRepository repository =
      new InMemoryRepository(new DfsRepositoryDescription("revisions"));
  private final List<ObjectId> heads = new ArrayList<>();

  JGitLanes(RevisionGraph graph) throws IOException {
    List<LaneNode> newestFirst = LaneLayout.of(graph).nodes();
    Map<RevisionId, ObjectId> commits = new HashMap<>();
    Set<ObjectId> tips = new LinkedHashSet<>();
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      ObjectId tree = inserter.insert(Constants.OBJ_TREE, new byte[0]);
      for (LaneNode node : newestFirst.reversed()) {
        int age = newestFirst.size() - node.row();
        PersonIdent who = new PersonIdent("a", "a@b", EPOCH.plusSeconds(age), ZoneOffset.UTC);
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(tree);
        commit.setAuthor(who);
        commit.setCommitter(who);
        commit.setMessage(node.id().value());
        for (RevisionId parent : below(graph, node.id())) {
          commit.addParentId(commits.get(parent));
        }
        ObjectId id = inserter.insert(commit);
        commits.put(node.id(), id);
        tips.add(id);
        below(graph, node.id()).forEach(parent -> tips.remove(commits.get(parent)));
      }
      inserter.flush();
    }
    heads.addAll(tips);
  }

  private static Set<RevisionId> below(RevisionGraph graph, RevisionId id) {
    Revision revision = graph.find(id).orElseThrow();
    Set<RevisionId> below = new LinkedHashSet<>(revision.downRevisions());
    below.addAll(graph.dependencies(id));
    return below;
  }

  /** The commits in rows, newest first, without lanes. */
  List<PlotCommit<PlotLane>> walk() throws IOException {
    List<PlotCommit<PlotLane>> rows = new ArrayList<>();
    try (PlotWalk walk = new PlotWalk(repository)) {
      walk.sort(RevSort.TOPO);
      walk.sort(RevSort.COMMIT_TIME_DESC, true);
      for (ObjectId head : heads) {
        walk.markStart(walk.parseCommit(head));
      }
      for (RevCommit next = walk.next(); next != null; next = walk.next()) {
        rows.add(asPlotCommit(next));
      }
    }
    return rows;
  }

  @SuppressWarnings("unchecked")
  private static PlotCommit<PlotLane> asPlotCommit(RevCommit commit) {
    return (PlotCommit<PlotLane>) commit;
  }

  /** Gives rows their lanes; the same rows cannot be used twice. Returns every lane made. */
  static List<PlotLane> place(List<PlotCommit<PlotLane>> rows) {
    Lanes lanes = new Lanes();
    for (int row = 0; row < rows.size(); row++) {
      lanes.add(rows.get(row));
      lanes.enter(row, rows.get(row));
    }
    return lanes.made;
  }

  /** How many columns JGit needs. */
  int columns() throws IOException {
    return place(walk()).stream().mapToInt(PlotLane::getPosition).max().orElse(-1) + 1;
  }

  @Override
  public void close() {
    repository.close();
  }

  /** Keeps every lane that is made, also those that only pass. */
  private static final class Lanes extends PlotCommitList<PlotLane> {
    private static final long serialVersionUID = 1;
    private final transient List<PlotLane> made = new ArrayList<>();

    @Override
    protected PlotLane createLane() {
      PlotLane lane = new PlotLane();
      made.add(lane);
      return lane;
    }

    /** As {@code fillTo} calls it, open to this file. */
    @Override
    protected void enter(int index, PlotCommit<PlotLane> commit) {
      super.enter(index, commit);
    }
  }
}
