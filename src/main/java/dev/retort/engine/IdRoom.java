package dev.retort.engine;

import dev.retort.execute.state.VersionRows;
import dev.retort.graph.RowChange;
import dev.retort.plan.Note;
import dev.retort.plan.Plan;
import dev.retort.revision.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a plan's ids fit into the version table: into the one that is there as wide as it really
 * is, and into one that has to be made as wide as it will be.
 *
 * @param room for how many characters a table is made
 */
record IdRoom(int room) {

  /**
   * The plan, with a note where the table will be made wider than Alembic's.
   *
   * @throws LongIdException if there is a table, and it is too narrow
   */
  Plan checked(Plan plan, VersionRows table) {
    if (table.exists()) {
      table.room().ifPresent(there -> require(plan, table.table(), there));
      return plan;
    }
    if (room <= RevisionId.USUAL_ROOM) {
      return plan;
    }
    List<Note> notes = new ArrayList<>(plan.notes());
    notes.add(
        new Note(
            "wide-version-table",
            table.table()
                + " will be made with version_num VARCHAR("
                + room
                + "), which the project's longest id needs; Alembic's own takes "
                + RevisionId.USUAL_ROOM
                + " characters.",
            Optional.empty()));
    return plan.withNotes(notes);
  }

  private static void require(Plan plan, String table, int there) {
    List<RevisionId> tooLong =
        plan.steps().stream()
            .flatMap(step -> step.headChange().rows().stream())
            .flatMap(IdRoom::written)
            .filter(id -> id.length() > there)
            .distinct()
            .toList();
    if (!tooLong.isEmpty()) {
      throw new LongIdException(tooLong, table, there);
    }
  }

  private static Stream<RevisionId> written(RowChange change) {
    return switch (change) {
      case RowChange.Insert(RevisionId id) -> Stream.of(id);
      case RowChange.Update(RevisionId from, RevisionId to) -> Stream.of(to);
      case RowChange.Delete gone -> Stream.empty();
      case RowChange.Purge gone -> Stream.empty();
    };
  }
}
