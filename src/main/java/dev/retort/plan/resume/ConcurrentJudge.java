package dev.retort.plan.resume;

import dev.retort.plan.HalfMade;
import dev.retort.plan.Interruption;
import dev.retort.plan.Traces;
import dev.retort.sql.ConcurrentWork;
import java.util.List;

/**
 * Says what became of a concurrent statement that was under way, from what there was before it and
 * what there is now (manual: CREATE INDEX, "Building Indexes Concurrently"; REINDEX; ALTER TABLE).
 */
final class ConcurrentJudge {
  private final Interruption mark;
  private final Traces traces;
  private final int at;
  private final String sql;

  ConcurrentJudge(Interruption mark, Traces traces) {
    this.mark = mark;
    this.traces = traces;
    this.at = mark.statement();
    this.sql = mark.sql().orElse("");
  }

  Verdict judge(ConcurrentWork work) {
    return switch (work) {
      case ConcurrentWork.CreateIndex create -> created(create);
      case ConcurrentWork.DropIndex drop -> dropped();
      case ConcurrentWork.Reindex reindex ->
          new Verdict.Proven(
              at,
              halfMade(fresh()),
              "Rebuilding can be done again"
                  + behind(fresh())
                  + "; statement "
                  + number()
                  + " runs again.");
      case ConcurrentWork.Detach detach -> detached();
    };
  }

  private Verdict created(ConcurrentWork.CreateIndex create) {
    List<Traces.Index> made =
        fresh().stream()
            .filter(index -> create.index().map(index.plainName()::equals).orElse(true))
            .toList();
    if (made.size() > 1) {
      return unclear("Several new indexes could be its: " + names(made) + ".", List.of());
    }
    if (made.isEmpty()) {
      return notMade(create);
    }
    Traces.Index index = made.getFirst();
    if (!index.valid()) {
      return new Verdict.Proven(
          at,
          halfMade(made),
          "Statement "
              + number()
              + " left the invalid index "
              + index.name()
              + ", which is dropped before it runs again.");
    }
    return IndexText.same(sql, index.definition())
        ? done("the index " + index.name() + " is there and valid")
        : unclear(
            "The index "
                + index.name()
                + " is there and valid, but PostgreSQL writes it in another way than the file: "
                + index.definition()
                + ".",
            List.of());
  }

  private Verdict notMade(ConcurrentWork.CreateIndex create) {
    List<Traces.Index> namesake =
        traces.indexes().stream()
            .filter(index -> create.index().map(index.plainName()::equals).orElse(false))
            .toList();
    if (namesake.isEmpty() || (create.ifNotExists() && namesake.getFirst().valid())) {
      return again("made no index");
    }
    return unclear(
        "An index of that name was there before it: " + names(namesake) + ".", halfMade(namesake));
  }

  private Verdict dropped() {
    if (!traces.indexes().isEmpty()) {
      return again("has not dropped " + names(traces.indexes()) + " to the end");
    }
    return mark.before().isEmpty()
        ? again("found no index to drop")
        : done("the index " + String.join(", ", mark.before()) + " is gone");
  }

  private Verdict detached() {
    if (traces.attachment().isEmpty()) {
      return mark.before().isEmpty()
          ? again("found no partition to detach")
          : done("the partition " + String.join(", ", mark.before()) + " is detached");
    }
    Traces.Attachment attachment = traces.attachment().get();
    if (!attachment.pending()) {
      return again("has not begun to detach " + attachment.partition());
    }
    return new Verdict.Proven(
        at + 1,
        traces.halfMade(),
        "Statement "
            + number()
            + " began to detach "
            + attachment.partition()
            + ", which is finished first.");
  }

  /** What was not there when the statement was about to run. */
  private List<Traces.Index> fresh() {
    return traces.indexes().stream()
        .filter(index -> !mark.before().contains(index.name()))
        .toList();
  }

  private static List<HalfMade> halfMade(List<Traces.Index> indexes) {
    return new Traces(indexes, java.util.Optional.empty()).halfMade();
  }

  private Verdict again(String what) {
    return new Verdict.Proven(
        at, List.of(), "Statement " + number() + " " + what + ", and runs again.");
  }

  private Verdict done(String why) {
    return new Verdict.Proven(
        at + 1, List.of(), "Statement " + number() + " is done: " + why + ".");
  }

  private Verdict unclear(String words, List<HalfMade> cleanup) {
    return new Verdict.Unclear(at, at + 1, cleanup, words);
  }

  private static String behind(List<Traces.Index> left) {
    return left.isEmpty() ? "" : " once what it left is dropped: " + names(left);
  }

  private static String names(List<Traces.Index> indexes) {
    return String.join(", ", indexes.stream().map(Traces.Index::name).toList());
  }

  private int number() {
    return at + 1;
  }
}
