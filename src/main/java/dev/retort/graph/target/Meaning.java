package dev.retort.graph.target;

import dev.retort.graph.RevisionGraph;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says in words what a target stands for on a graph and from a position: {@code 2 revisions up from
 * 0007 on branch audit: 0009}. It resolves as the commands do, and fails as they do.
 */
public final class Meaning {

  /** Which command's rules count. */
  public enum Way {
    UP,
    DOWN,
    STAMP
  }

  private final RevisionGraph graph;
  private final List<RevisionId> rows;
  private final Symbols symbols;

  /**
   * Meanings on a sound graph.
   *
   * @param rows the database's position, each known to the graph
   */
  public Meaning(RevisionGraph graph, List<RevisionId> rows) {
    this.graph = graph;
    this.rows = List.copyOf(rows);
    this.symbols = new Symbols(graph);
  }

  /**
   * What a target means.
   *
   * @throws TargetException if it means nothing
   */
  public String of(Way way, String target) {
    List<RevisionId> found = resolve(way, target);
    return Relative.parse(target)
        .map(relative -> counted(way, relative) + ": " + ids(found))
        .orElseGet(() -> named(target, found));
  }

  /**
   * The nearest thing that would work in place of steps that lead too far; empty where there is
   * nothing to say.
   */
  public String instead(Way way, String target) {
    Optional<Relative> relative = Relative.parse(target);
    if (relative.isEmpty() || !tooFar(way, target)) {
      return "";
    }
    int steps = relative.get().steps();
    String before = target.substring(0, target.indexOf(relative.get().number()));
    String sign = steps < 0 ? "-" : "+";
    // A walk that is too far stays so with every step more.
    int enough = 0;
    int much = (int) Math.min(Math.abs((long) steps), graph.revisions().size() + 1L);
    while (much - enough > 1) {
      int middle = (enough + much) >>> 1;
      if (tooFar(way, before + sign + middle)) {
        much = middle;
      } else {
        enough = middle;
      }
    }
    if (enough == 0) {
      return "There is nothing " + (steps < 0 ? "below." : "above.");
    }
    String farthest = before + sign + enough;
    return "The farthest is " + farthest + ": " + ids(resolve(way, farthest)) + ".";
  }

  private boolean tooFar(Way way, String target) {
    try {
      resolve(way, target);
      return false;
    } catch (TargetException e) {
      return e.code().equals("walk-too-far");
    }
  }

  private List<RevisionId> resolve(Way way, String target) {
    return switch (way) {
      case UP -> new UpgradeTargets(graph).resolve(target, rows, true);
      case DOWN -> new DowngradeTargets(graph).resolve(target, rows).revision().stream().toList();
      case STAMP -> new StampTargets(graph).resolve(target, rows).destinations();
    };
  }

  private String counted(Way way, Relative relative) {
    long steps = Math.abs((long) relative.steps());
    return "%d revision%s %s from %s%s"
        .formatted(
            steps,
            steps == 1 ? "" : "s",
            relative.steps() < 0 ? "down" : "up",
            start(way, relative),
            relative.label().map(label -> " on branch " + label).orElse(""));
  }

  private String start(Way way, Relative relative) {
    if (relative.symbol().isPresent()) {
      String symbol = relative.symbol().get();
      boolean down = relative.steps() < 0;
      String whole =
          down ? relative.label().map(label -> label + "@" + symbol).orElse(symbol) : symbol;
      return symbol.equals("head")
          ? "the head, " + ids(symbols.resolve(whole))
          : ids(symbols.resolve(whole));
    }
    if (relative.label().isEmpty()) {
      return way == Way.UP ? ids(rows) : ids(rows.stream().limit(1).toList());
    }
    String label = relative.label().get();
    return relative.steps() > 0
        ? ids(new UpgradeTargets(graph).starts(label, rows))
        : new DowngradeTargets(graph).onBranch(label, rows).value();
  }

  private String named(String target, List<RevisionId> found) {
    Symbols.Split split = Symbols.Split.atFirst(target);
    String branch = split.label() == null ? "" : " of branch " + split.label();
    return switch (split.symbol()) {
      case "base" -> "base, before every revision" + branch;
      case "head" ->
          found.isEmpty() ? "no revision at all" : "the head" + branch + ", " + ids(found);
      case "heads" ->
          found.size() == 1
              ? "the head" + branch + ", " + ids(found)
              : found.size() + " heads" + branch + ": " + ids(found);
      default -> found.stream().map(id -> revision(split, id)).collect(Collectors.joining());
    };
  }

  private String revision(Symbols.Split split, RevisionId id) {
    Optional<Revision> revision = graph.find(id);
    boolean label =
        revision.filter(one -> Set.copyOf(one.branchLabels()).contains(split.symbol())).isPresent();
    String message = revision.map(Revision::message).filter(text -> !text.isBlank()).orElse("");
    return (label ? "where branch " + split.symbol() + " begins, " : "")
        + id
        + (message.isEmpty() ? "" : ", “" + message.strip() + "”");
  }

  private static String ids(List<RevisionId> ids) {
    List<String> names = ids.stream().map(RevisionId::value).toList();
    return switch (names.size()) {
      case 0 -> "base";
      case 1 -> names.getFirst();
      default -> String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    };
  }
}
