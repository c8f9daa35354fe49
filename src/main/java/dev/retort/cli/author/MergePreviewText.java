package dev.retort.cli.author;

import dev.retort.cli.base.RevisionJson;
import dev.retort.cli.schema.ChangeText;
import dev.retort.cli.schema.DiffText;
import dev.retort.cli.term.Ink;
import dev.retort.cli.term.Output;
import dev.retort.engine.MergePreview;
import dev.retort.revision.RevisionId;
import dev.retort.schema.diff.SchemaDiff;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What comes of merging heads, for people and for JSON. */
final class MergePreviewText {
  private final MergePreview preview;

  MergePreviewText(MergePreview preview) {
    this.preview = preview;
  }

  void print(Output output) {
    for (MergePreview.Order order : preview.orders()) {
      output.line(
          names(order.heads(), ", then ") + "  " + output.style().of(ink(order), words(order)));
      order.failure().ifPresent(failure -> print(failure, output));
      different(order).ifPresent(text -> text.print("  ", DiffText::step, output));
    }
    for (MergePreview.Touched touched : preview.touched()) {
      output.line("");
      output.line("Changed by " + by(touched) + ": " + touched.object());
      for (MergePreview.By by : touched.by()) {
        by.changes()
            .forEach(change -> output.line("  " + by.head() + "  " + DiffText.step(change)));
      }
    }
    output.remark(summary());
  }

  private static void print(MergePreview.Failure failure, Output output) {
    failure.revision().ifPresent(id -> output.line("  Revision " + id + ":"));
    failure.sql().ifPresent(sql -> sql.strip().lines().forEach(line -> output.line("    " + line)));
    output.line("  " + output.style().of(Ink.BAD, failure.reason()));
  }

  private static Ink ink(MergePreview.Order order) {
    return order.failure().isPresent() ? Ink.BAD : Ink.GOOD;
  }

  private String words(MergePreview.Order order) {
    if (order.failure().isPresent()) {
      return "fails";
    }
    Optional<SchemaDiff> other = preview.difference(order).filter(diff -> !diff.isEmpty());
    if (other.isEmpty()) {
      return "runs";
    }
    return other.get().onlyColumnOrder()
        ? "runs, to another order of columns"
        : "runs, to another schema";
  }

  private Optional<DiffText> different(MergePreview.Order order) {
    return preview
        .difference(order)
        .filter(diff -> !diff.isEmpty())
        .map(diff -> new DiffText(diff.before(), diff.after()));
  }

  private static String by(MergePreview.Touched touched) {
    return touched.by().stream().map(by -> by.head().value()).collect(Collectors.joining(" and "));
  }

  private String summary() {
    String parted =
        names(preview.heads(), " and ")
            + " part at "
            + (preview.ground().isEmpty() ? "base" : names(preview.ground(), ", "))
            + ". ";
    return parted
        + switch (preview.verdict()) {
          case AGREE -> "Whichever comes first, the schema is the same.";
          case COLUMN_ORDER ->
              "Whichever comes first, the schema is the same, but for the order of columns.";
          case DIFFER ->
              "The schema depends on which comes first: bring the branches together in the merge,"
                  + " or rebase one onto the other.";
          case FAILS ->
              "They cannot be applied in every order: rebase one onto the other, or let it depend"
                  + " on it (Depends On).";
        };
  }

  private static String names(List<RevisionId> ids, String between) {
    return ids.stream().map(RevisionId::value).collect(Collectors.joining(between));
  }

  Map<String, Object> map(int version) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("server_version", version);
    map.put("heads", RevisionJson.ids(preview.heads()));
    map.put("ground", RevisionJson.ids(preview.ground()));
    map.put("verdict", preview.verdict().word());
    map.put("branches", preview.branches().stream().map(MergePreviewText::map).toList());
    map.put("orders", preview.orders().stream().map(this::map).toList());
    map.put("touched", preview.touched().stream().map(MergePreviewText::map).toList());
    return map;
  }

  private static Map<String, Object> map(MergePreview.Branch branch) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("head", branch.head().value());
    map.put("revisions", RevisionJson.ids(branch.revisions()));
    branch.failure().ifPresent(failure -> map.put("failure", map(failure)));
    map.put("changes", ChangeText.maps(branch.changes()));
    return map;
  }

  private Map<String, Object> map(MergePreview.Order order) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("heads", RevisionJson.ids(order.heads()));
    order.failure().ifPresent(failure -> map.put("failure", map(failure)));
    different(order).ifPresent(text -> map.put("differs_from_first", text.maps()));
    return map;
  }

  private static Map<String, Object> map(MergePreview.Touched touched) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("object", touched.object().toString());
    map.put(
        "by",
        touched.by().stream()
            .map(
                by -> {
                  Map<String, Object> one = new LinkedHashMap<>();
                  one.put("head", by.head().value());
                  one.put("changes", ChangeText.maps(by.changes()));
                  return one;
                })
            .toList());
    return map;
  }

  private static Map<String, Object> map(MergePreview.Failure failure) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("code", failure.code());
    map.put("message", failure.message());
    failure.revision().ifPresent(id -> map.put("revision", id.value()));
    failure.sql().ifPresent(sql -> map.put("sql", sql));
    map.put("reason", failure.reason());
    return map;
  }
}
