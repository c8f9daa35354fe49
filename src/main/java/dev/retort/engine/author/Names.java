package dev.retort.engine.author;

import dev.retort.graph.RevisionGraph;
import dev.retort.graph.target.NegativeTargets;
import dev.retort.graph.target.Symbols;
import dev.retort.graph.target.TargetException;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks up what a new revision is to revise and depend on, and whether its own names are free. */
final class Names {
  private final RevisionGraph graph;
  private final Symbols symbols;
  private final NegativeTargets negative;

  Names(RevisionGraph graph) {
    this.graph = graph;
    this.symbols = new Symbols(graph);
    this.negative = new NegativeTargets(graph);
  }

  /** The revisions of some targets, each once. */
  List<RevisionId> parents(List<String> targets) {
    List<RevisionId> parents = new ArrayList<>();
    try {
      for (String target : targets) {
        parents.addAll(
            negative.matches(target) ? negative.resolve(target) : symbols.resolve(target));
      }
    } catch (TargetException e) {
      throw e.code().equals("multiple-heads") ? severalHeads(e) : e;
    }
    if (new HashSet<>(parents).size() < parents.size()) {
      throw new AuthoringException(
          "duplicate-head",
          "Duplicate head revisions specified: " + String.join(" ", targets) + ".",
          "Name each revision once.");
    }
    return parents;
  }

  private static AuthoringException severalHeads(TargetException cause) {
    return new AuthoringException(
        "multiple-heads",
        "Multiple heads are present; please specify the head revision on which the new revision"
            + " should be based, or perform a merge.",
        "The heads are "
            + graphHeads(cause)
            + ": give one with --head, or merge them with 'retort merge heads'.",
        cause.details());
  }

  private static String graphHeads(TargetException cause) {
    return cause.details().get("heads") instanceof List<?> heads
        ? String.join(", ", heads.stream().map(Object::toString).toList())
        : "several";
  }

  /** One revision; none for {@code base}. */
  Optional<RevisionId> one(String target) {
    return symbols.one(target);
  }

  /** Dependencies as they are written down: a label stays a label, an id is written in full. */
  List<String> dependencies(List<String> words) {
    List<String> written = new ArrayList<>();
    for (String word : words) {
      RevisionId id =
          symbols
              .one(word)
              .orElseThrow(
                  () ->
                      new AuthoringException(
                          "bad-target",
                          "A revision cannot depend on '" + word + "'.",
                          "Name a revision or a branch label."));
      boolean label = graph.find(id).map(Revision::branchLabels).orElse(List.of()).contains(word);
      written.add(label ? word : id.value());
    }
    return written;
  }

  /** An id that nothing has yet. */
  RevisionId free(String id) {
    Optional<Revision> taken = graph.named(id);
    if (taken.isPresent()) {
      throw new AuthoringException(
          "duplicate-revision",
          "There is a revision or branch '" + id + "' already" + place(taken.get()) + ".",
          "Choose another --rev-id.",
          Map.of("revision", id));
    }
    if (id.isBlank()) {
      throw new AuthoringException("bad-revision-id", "A revision needs an id.", "");
    }
    return new RevisionId(id);
  }

  /** Refuses a label that stands for something already. */
  void requireFreeLabel(String label, RevisionId id) {
    Optional<Revision> taken = graph.named(label);
    if (taken.isPresent() || label.equals(id.value())) {
      throw new AuthoringException(
          "label-taken",
          "Branch name '"
              + label
              + "' in revision "
              + id
              + " already used by revision "
              + taken.map(Revision::id).orElse(id)
              + ".",
          "A branch label belongs to one revision; its descendants have it by themselves.",
          Map.of("label", label));
    }
  }

  private static String place(Revision revision) {
    return revision.file().map(file -> ", in " + file).orElse("");
  }
}
