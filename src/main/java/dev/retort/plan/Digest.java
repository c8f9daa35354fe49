package dev.retort.plan;

import dev.retort.graph.RowChange;
import dev.retort.revision.RevisionId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * SHA-256 over everything that was reviewed: the current heads, and each step's id, direction,
 * transaction mode and exact SQL, and the rows it writes.
 *
 * @param value {@code sha256:} and 64 lower-case hexadecimal digits
 */
public record Digest(String value) {

  /**
   * The digest of a run. The heads count as a set; every text goes in with its length before it, so
   * that no two different plans read the same.
   *
   * @param headsBefore the rows of the version table it starts from, in any order
   */
  public static Digest of(List<RevisionId> headsBefore, List<Step> steps) {
    return of(headsBefore, steps, Optional.empty());
  }

  /** The digest of a run whose first step may go on with one that stopped midway. */
  static Digest of(
      List<RevisionId> headsBefore, List<Step> steps, Optional<Resumption> resumption) {
    Sink sink = new Sink();
    List<RevisionId> heads = headsBefore.stream().distinct().sorted().toList();
    sink.number(heads.size());
    heads.forEach(head -> sink.text(head.value()));
    sink.number(steps.size());
    steps.forEach(step -> add(step, sink));
    resumption.ifPresent(from -> add(from, sink));
    return new Digest("sha256:" + HexFormat.of().formatHex(sink.sha.digest()));
  }

  /** The digest that a plan's content gives. */
  public static Digest of(Plan plan) {
    return of(plan.headsBefore(), plan.steps(), plan.resumption());
  }

  private static void add(Resumption from, Sink sink) {
    Interruption mark = from.interruption();
    sink.texts("resume", mark.revision().value(), mark.direction().word(), mark.applied());
    sink.number(mark.statement());
    sink.number(from.next());
    sink.number(from.numbers().size());
    from.numbers().forEach(sink::number);
  }

  private static void add(Step step, Sink sink) {
    sink.text(step.revision().map(RevisionId::value).orElse(""));
    sink.text(step.direction().word());
    sink.text(step.transactional() ? "transaction" : "autocommit");
    sink.number(step.statements().size());
    for (PlannedStatement statement : step.statements()) {
      sink.text(statement.purpose().name());
      sink.text(statement.sql());
    }
    sink.number(step.headChange().rows().size());
    step.headChange().rows().forEach(change -> add(change, sink));
  }

  private static void add(RowChange change, Sink sink) {
    switch (change) {
      case RowChange.Insert(RevisionId id) -> sink.texts("insert", id.value());
      case RowChange.Delete(RevisionId id) -> sink.texts("delete", id.value());
      case RowChange.Update(RevisionId from, RevisionId to) ->
          sink.texts("update", from.value(), to.value());
      case RowChange.Purge() -> sink.texts("purge");
    }
  }

  @Override
  public String toString() {
    return value;
  }

  /** Collects what goes into the hash. */
  private static final class Sink {
    private final MessageDigest sha;

    Sink() {
      try {
        sha = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }

    void number(int value) {
      text(Integer.toString(value));
    }

    void texts(String... values) {
      for (String value : values) {
        text(value);
      }
    }

    void text(String value) {
      HashedText.add(value, sha);
    }
  }
}
