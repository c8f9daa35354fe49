package dev.retort.ui.author;

import dev.retort.engine.MergePreview;
import dev.retort.engine.MergePreview.Order;
import dev.retort.engine.MergePreview.Touched;
import dev.retort.revision.RevisionId;
import dev.retort.schema.diff.ChangedDdl;
import dev.retort.shadow.ObjectChange;
import dev.retort.ui.widget.objects.ObjectLine;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What came of applying heads in each order, in words.
 *
 * @param sort how good it is
 * @param verdict what it comes to, as a sentence
 * @param advice what to do about it, and where the heads part
 */
record MergeOutcome(
    VerdictLine.Sort sort,
    String verdict,
    String advice,
    List<OrderWords> orders,
    List<TouchedWords> touched) {
  /** Copies the lists. */
  MergeOutcome {
    orders = List.copyOf(orders);
    touched = List.copyOf(touched);
  }

  /**
   * One order.
   *
   * @param words which it is, and whether it runs
   * @param more what does not run, and why; empty where all does
   * @param difference the schema it leads to against that of the first order, if it is another
   */
  record OrderWords(
      VerdictLine.Sort sort, String words, String more, Optional<Difference> difference) {}

  /** Two schemas that should be the same, each with the order that leads to it. */
  record Difference(String first, String other, ChangedDdl ddl) {}

  /** Something that several heads change, and what each does to it. */
  record TouchedWords(String object, List<String> by) {
    /** Copies the list. */
    TouchedWords {
      by = List.copyOf(by);
    }
  }

  /** Puts a preview into words; compares schemas, so not on the toolkit's thread. */
  static MergeOutcome of(MergePreview preview) {
    String parted =
        names(preview.heads(), " and ")
            + " part at "
            + (preview.ground().isEmpty() ? "base" : names(preview.ground(), ", "))
            + ".";
    List<OrderWords> orders = preview.orders().stream().map(one -> order(preview, one)).toList();
    List<TouchedWords> touched = preview.touched().stream().map(MergeOutcome::touched).toList();
    return switch (preview.verdict()) {
      case AGREE ->
          new MergeOutcome(
              VerdictLine.Sort.GOOD,
              "Whichever comes first, the schema is the same.",
              parted,
              orders,
              touched);
      case COLUMN_ORDER ->
          new MergeOutcome(
              VerdictLine.Sort.GOOD,
              "Whichever comes first, the schema is the same, but for the order of columns.",
              parted,
              orders,
              touched);
      case DIFFER ->
          new MergeOutcome(
              VerdictLine.Sort.WARNING,
              "The schema depends on which comes first.",
              parted + " Bring them together in the merge's SQL, or rebase one onto the other.",
              orders,
              touched);
      case FAILS ->
          new MergeOutcome(
              VerdictLine.Sort.BAD,
              "They cannot be applied in every order.",
              parted + " Rebase one onto the other, or let it depend on it (Depends On).",
              orders,
              touched);
    };
  }

  private static OrderWords order(MergePreview preview, Order order) {
    String words = names(order.heads(), ", then ");
    if (order.failure().isPresent()) {
      MergePreview.Failure failure = order.failure().get();
      return new OrderWords(
          VerdictLine.Sort.BAD,
          words + ": " + failure.revision().map(id -> id + " fails").orElse("fails"),
          failure.sql().map(sql -> sql.strip() + "\n").orElse("") + failure.reason(),
          Optional.empty());
    }
    Optional<Difference> difference =
        preview
            .difference(order)
            .filter(one -> !one.isEmpty())
            .map(one -> new Difference(first(preview), words, ChangedDdl.of(one)));
    boolean other =
        difference.isPresent() && preview.verdict() != MergePreview.Verdict.COLUMN_ORDER;
    return new OrderWords(
        other ? VerdictLine.Sort.WARNING : VerdictLine.Sort.GOOD,
        words + (other ? " runs, to another schema" : " runs"),
        "",
        difference);
  }

  private static String first(MergePreview preview) {
    return preview.orders().stream()
        .filter(order -> order.schema().isPresent())
        .findFirst()
        .map(order -> names(order.heads(), ", then "))
        .orElse("");
  }

  private static TouchedWords touched(Touched touched) {
    return new TouchedWords(
        touched.object().toString(),
        touched.by().stream()
            .flatMap(by -> by.changes().stream().map(change -> by.head() + " " + does(change)))
            .toList());
  }

  private static String does(ObjectChange change) {
    ObjectLine line = ObjectLine.of(change);
    String verb =
        switch (change.kind()) {
          case ADDED -> "adds ";
          case REMOVED -> "removes ";
          case CHANGED -> "changes ";
        };
    return verb + line.kind() + " " + line.name();
  }

  private static String names(List<RevisionId> ids, String between) {
    return ids.stream().map(RevisionId::value).collect(Collectors.joining(between));
  }
}
