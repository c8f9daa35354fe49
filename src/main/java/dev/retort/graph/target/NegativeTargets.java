package dev.retort.graph.target;

import dev.retort.graph.RevisionGraph;
import dev.retort.revision.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code -2} and {@code label@-2} where no database is looked at ({@code show}, {@code history}):
 * steps down from the heads.
 */
public final class NegativeTargets {
  private static final Pattern NUMBER = Pattern.compile("\\s*-\\d{1,9}\\s*");

  private final RevisionGraph graph;
  private final Walker walker;

  /** Targets on a sound graph. */
  public NegativeTargets(RevisionGraph graph) {
    this.graph = graph;
    this.walker = new Walker(graph, new Symbols(graph));
  }

  /** Whether a target is of this kind. */
  public boolean matches(String target) {
    String number = Symbols.Split.atFirst(target).symbol();
    return NUMBER.matcher(number).matches() && Integer.parseInt(number.strip()) < 0;
  }

  /**
   * The places below each real head, or each that carries the label; below a base there is none.
   */
  public List<RevisionId> resolve(String target) {
    Symbols.Split split = Symbols.Split.atFirst(target);
    String label = split.label();
    List<RevisionId> found = new ArrayList<>();
    for (RevisionId head : graph.realHeads()) {
      if (label == null || graph.labels(head).contains(label)) {
        Optional<Place> place =
            walker.walk(
                new Place.At(head),
                Integer.parseInt(split.symbol().strip()),
                Optional.empty(),
                true);
        if (place.isPresent() && place.get() instanceof Place.At at) {
          found.add(at.id());
        }
      }
    }
    return found;
  }
}
