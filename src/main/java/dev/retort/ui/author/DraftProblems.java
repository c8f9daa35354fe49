package dev.retort.ui.author;

import dev.retort.engine.author.RevisionRequest;
import dev.retort.graph.target.TargetException;
import dev.retort.problem.RetortException;
import dev.retort.ui.task.ClientWords;
import java.util.Map;

/** Which field of a draft an error of the engine is about, and how it is put beside it. */
final class DraftProblems {
  private DraftProblems() {}

  static Map<DraftField, String> of(Throwable problem, RevisionRequest request) {
    if (!(problem instanceof RetortException known)) {
      return Map.of(DraftField.FILE, ClientWords.of(problem));
    }
    return switch (known.code()) {
      case "duplicate-revision" ->
          Map.of(DraftField.ID, known.message() + " Choose another, or leave it empty.");
      case "bad-revision-id", "id-too-long" -> Map.of(DraftField.ID, ClientWords.of(known));
      case "label-taken" -> Map.of(DraftField.LABELS, known.message() + " Choose another label.");
      case "version-path" -> Map.of(DraftField.FOLDER, "Choose the folder that it goes into.");
      case "not-a-head" ->
          Map.of(
              DraftField.PARENTS,
              known.details().getOrDefault("revision", "This revision")
                  + " is not a head: tick “Begin a branch here” to build on it all the same.");
      case "multiple-heads" ->
          Map.of(
              DraftField.PARENTS,
              "There are several heads: "
                  + heads(known)
                  + ". Name the one to build on, or merge them first.");
      case "duplicate-head", "nothing-to-merge" -> Map.of(DraftField.PARENTS, known.message());
      case "file-exists" -> Map.of(DraftField.MESSAGE, ClientWords.of(known));
      default ->
          Map.of(
              known instanceof TargetException target
                  ? (request.dependsOn().contains(target.argument())
                      ? DraftField.DEPENDS
                      : DraftField.PARENTS)
                  : DraftField.FILE,
              ClientWords.of(known));
    };
  }

  private static String heads(RetortException known) {
    return known.details().get("heads") instanceof Iterable<?> heads
        ? String.join(", ", strings(heads))
        : "name one";
  }

  private static Iterable<String> strings(Iterable<?> some) {
    java.util.List<String> all = new java.util.ArrayList<>();
    some.forEach(one -> all.add(String.valueOf(one)));
    return all;
  }
}
