package dev.retort.ui.widget.objects;

import dev.retort.schema.ObjectId;
import dev.retort.schema.diff.Difference;
import dev.retort.schema.diff.SchemaChange;
import dev.retort.shadow.ObjectChange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An object as a line of a list.
 *
 * @param mark what became of it; absent where that is not the question
 * @param kind {@code table}
 * @param name without the schema public, which is where most things are
 * @param details what differs within it, a line each
 */
public record ObjectLine(
    Optional<Difference.Mark> mark, String kind, String name, List<String> details) {
  private static final String PUBLIC = "public.";

  /** Copies the list. */
  public ObjectLine {
    details = List.copyOf(details);
  }

  /** An object that simply is there. */
  public static ObjectLine of(ObjectId id) {
    return of(Optional.empty(), id, List.of());
  }

  /** An object that is not the same in two schemas. */
  public static ObjectLine of(SchemaChange change) {
    return of(
        Optional.of(change.mark()),
        change.id(),
        change.differences().stream().map(one -> one.mark().sign() + " " + one.words()).toList());
  }

  /** The same, of which it is not said what differs within it. */
  public static ObjectLine of(ObjectChange change) {
    Difference.Mark mark =
        switch (change.kind()) {
          case ADDED -> Difference.Mark.ADDED;
          case REMOVED -> Difference.Mark.REMOVED;
          case CHANGED -> Difference.Mark.CHANGED;
        };
    return of(Optional.of(mark), change.object(), List.of());
  }

  private static ObjectLine of(Optional<Difference.Mark> mark, ObjectId id, List<String> details) {
    return new ObjectLine(mark, id.kind().words().toLowerCase(Locale.ROOT), name(id), details);
  }

  private static String name(ObjectId id) {
    String whole = id.reference();
    if (!id.schema().equals("public")) {
      return whole;
    }
    return whole.startsWith(PUBLIC)
        ? whole.substring(PUBLIC.length())
        : whole.replace(" ON " + PUBLIC, " ON ");
  }

  /** One character: {@code +}, {@code −}, {@code ~}, or none. */
  String sign() {
    return mark.map(one -> one == Difference.Mark.REMOVED ? "−" : one.sign()).orElse("");
  }

  /** For screen readers. */
  String spoken() {
    String what =
        mark.map(
                one ->
                    switch (one) {
                      case ADDED -> "added, ";
                      case REMOVED -> "removed, ";
                      case CHANGED -> "changed, ";
                    })
            .orElse("");
    return what + kind + " " + name + (details.isEmpty() ? "" : ": " + String.join(", ", details));
  }
}
