package dev.retort.turns;

import dev.retort.graph.RevisionGraph;
import dev.retort.plan.Command;
import dev.retort.revision.Revision;
import java.util.List;
import java.util.Random;

/** Random moves on a graph, with targets in every form that Alembic's manual has. */
final class Moves {
  private final Random random;
  private final List<String> ids;
  private final List<String> labels;

  Moves(RevisionGraph graph, Random random) {
    this.random = random;
    this.ids = graph.revisions().stream().map(revision -> revision.id().value()).toList();
    this.labels =
        graph.revisions().stream().map(Revision::branchLabels).flatMap(List::stream).toList();
  }

  Move next() {
    int dice = random.nextInt(20);
    if (dice < 11) {
      return Move.upgrade(upgradeTarget());
    }
    if (dice < 17) {
      return Move.downgrade(downgradeTarget());
    }
    return new Move(
        Command.STAMP,
        random.nextInt(4) == 0 ? List.of(stampTarget(), stampTarget()) : List.of(stampTarget()),
        random.nextInt(4) == 0);
  }

  private String upgradeTarget() {
    return switch (random.nextInt(16)) {
      case 0, 1 -> "heads";
      case 2, 3, 4 -> "+" + few();
      case 5, 6 -> branch() + "@head";
      case 7 -> branch() + "@heads";
      case 8, 9 -> branch() + "@+" + few();
      case 10 -> id() + (random.nextBoolean() ? "+" : "-") + few();
      default -> anything();
    };
  }

  private String downgradeTarget() {
    return switch (random.nextInt(14)) {
      case 0 -> "base";
      case 1, 2, 3, 4 -> "-" + few();
      case 5, 6 -> branch() + "@-" + few();
      case 7 -> branch() + "@base";
      case 8 -> id() + (random.nextBoolean() ? "+" : "-") + few();
      default -> anything();
    };
  }

  private String stampTarget() {
    return switch (random.nextInt(12)) {
      case 0, 1 -> "heads";
      case 2 -> branch() + "@head";
      case 3 -> random.nextBoolean() ? "+1" : "-1";
      default -> anything();
    };
  }

  private String anything() {
    return switch (random.nextInt(16)) {
      case 0 -> "head";
      case 1 -> "base";
      case 2 -> branch();
      case 3 -> branch() + "@" + id();
      case 4 -> "head-" + few();
      case 5 -> "nosuch";
      case 6, 7, 8 -> id().substring(0, 2 + random.nextInt(6));
      case 9 -> branch() + "@" + id().substring(0, 5);
      default -> id();
    };
  }

  private int few() {
    return 1 + random.nextInt(3);
  }

  private String id() {
    return ids.get(random.nextInt(ids.size()));
  }

  /** A label, or an id in its place, or one that nobody has. */
  private String branch() {
    int dice = random.nextInt(12);
    if (dice == 0) {
      return "nobranch";
    }
    return dice < 3 || labels.isEmpty() ? id() : labels.get(random.nextInt(labels.size()));
  }
}
