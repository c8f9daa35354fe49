package dev.retort.graph.target;

import dev.retort.graph.Nearest;
import dev.retort.graph.RevisionGraph;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One symbol to revisions: {@code head}, {@code heads}, {@code base}, an id, the beginning of one,
 * a branch label, each with or without {@code label@} before it. After Alembic's {@code
 * RevisionMap.get_revisions}.
 */
public final class Symbols {
  private static final List<String> WORDS = List.of("head", "heads", "base");

  private final RevisionGraph graph;

  /** Symbols on a sound graph. */
  public Symbols(RevisionGraph graph) {
    this.graph = graph;
  }

  /** The revisions of a symbol; none for {@code base}. */
  public List<RevisionId> resolve(String symbol) {
    Split split = Split.atFirst(symbol);
    return switch (split.symbol()) {
      case "heads" ->
          split.label() == null ? graph.realHeads() : onLineOf(graph.heads(), split.label(), false);
      case "head" -> head(split.label()).map(List::of).orElse(List.of());
      case "base" -> List.of();
      default -> List.of(identify(split.symbol(), split.label()));
    };
  }

  /** The one revision of a symbol; none for {@code base}. */
  public Optional<RevisionId> one(String symbol) {
    List<RevisionId> found = resolve(symbol);
    if (found.size() > 1) {
      throw TargetException.multipleHeads(symbol, found);
    }
    return found.stream().findFirst();
  }

  /** The revision that a label, or an id in its place, stands for. */
  public RevisionId branch(String label) {
    Optional<Revision> exact = graph.named(label);
    if (exact.isPresent()) {
      return exact.get().id();
    }
    try {
      return identify(label, null);
    } catch (TargetException e) {
      throw TargetException.unknown(label, "No such branch: '" + label + "'", nearestName(label));
    }
  }

  /**
   * Those of some revisions that are above or below what a symbol stands for, or it; all of them
   * for {@code base}.
   */
  public List<RevisionId> onLineOf(
      Collection<RevisionId> some, String symbol, boolean withDependencies) {
    Split split = Split.atFirst(symbol);
    List<RevisionId> against = new ArrayList<>();
    if (split.label() != null) {
      against.add(identify(split.label(), null));
    }
    switch (split.symbol()) {
      case "heads" ->
          against.addAll(
              split.label() == null
                  ? graph.realHeads()
                  : onLineOf(graph.heads(), split.label(), false));
      case "head" -> head(split.label()).ifPresent(against::add);
      case "base" -> {}
      default -> against.add(identify(split.symbol(), null));
    }
    return against.isEmpty()
        ? List.copyOf(some)
        : some.stream().filter(one -> graph.sharesLineage(one, against, withDependencies)).toList();
  }

  /**
   * A revision by its exact id or label, or by the beginning of one of more than three characters.
   */
  RevisionId identify(String symbol, @Nullable String label) {
    RevisionId branch = label == null ? null : branch(label);
    if (symbol.isEmpty()) {
      throw TargetException.unknown(
          symbol, "An empty name", "Give a revision id, a label, head or base.");
    }
    RevisionId found =
        graph.named(symbol).map(Revision::id).orElseGet(() -> byPrefix(symbol, branch));
    if (branch != null && !graph.sharesLineage(found, List.of(branch), false)) {
      throw TargetException.unknown(
          symbol,
          "Revision %s is not a member of branch '%s'".formatted(found, label),
          "It exists, but not on that branch: leave out '"
              + label
              + "@', or name a revision of the branch.");
    }
    return found;
  }

  private RevisionId byPrefix(String symbol, @Nullable RevisionId branch) {
    List<String> matches =
        graph.names().stream()
            .filter(name -> name.codePointCount(0, name.length()) > 3 && name.startsWith(symbol))
            .filter(
                name -> branch == null || graph.sharesLineage(idOf(name), List.of(branch), false))
            .toList();
    if (matches.isEmpty()) {
      throw TargetException.unknown(
          symbol, "No such revision or branch '" + symbol + "'", nearest(symbol));
    }
    if (matches.size() > 1) {
      throw TargetException.ambiguousPrefix(symbol, matches);
    }
    return idOf(matches.getFirst());
  }

  private RevisionId idOf(String name) {
    return graph.named(name).orElseThrow().id();
  }

  private Optional<RevisionId> head(@Nullable String label) {
    List<RevisionId> heads = label == null ? graph.heads() : onLineOf(graph.heads(), label, false);
    if (heads.size() > 1) {
      throw TargetException.multipleHeads(label == null ? "head" : label + "@head", heads);
    }
    return heads.stream().findFirst();
  }

  /** What a word that means nothing may have been meant to be: head and the like, or a name. */
  private String nearest(String word) {
    return Nearest.to(word.toLowerCase(Locale.ROOT), WORDS)
        .map(near -> "Did you mean " + near + "?")
        .orElseGet(() -> nearestName(word));
  }

  private String nearestName(String word) {
    return Nearest.to(word, graph.names())
        .map(name -> "The nearest is " + name + ".")
        .orElse("See what there is: retort history.");
  }

  /** A symbol and what stands before its first {@code @}; an empty label counts as none. */
  record Split(@Nullable String label, String symbol) {
    static Split atFirst(String text) {
      int at = text.indexOf('@');
      return at < 0
          ? new Split(null, text)
          : new Split(at == 0 ? null : text.substring(0, at), text.substring(at + 1));
    }
  }
}
