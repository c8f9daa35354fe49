package dev.retort.ui.session;

import dev.retort.engine.Connection;
import dev.retort.engine.Position;
import dev.retort.schema.Table;
import dev.retort.ui.task.Background;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Whether the chosen database has tables although its version table is missing or empty: such a
 * database is taken to be at base, and most likely is not. Toolkit's thread.
 */
public final class Unversioned {

  /**
   * What such a database has.
   *
   * @param tables how many tables, at least one
   * @param versionTable whether there is a version table, which is empty then
   */
  public record Found(int tables, boolean versionTable) {

    /** In a clause: {@code 31 tables and no version table}. */
    public String words() {
      return (tables == 1 ? "1 table" : "%,d tables".formatted(tables))
          + (versionTable ? " and an empty version table" : " and no version table");
    }
  }

  private final Background background;
  private final ReadOnlyObjectWrapper<Optional<Found>> found =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private int asked;

  Unversioned(Background background) {
    this.background = background;
  }

  /** Looks at a database. The tables of the sandbox come from the project's own baseline. */
  void look(Optional<Connection> connection, Optional<Position> position) {
    int question = ++asked;
    if (connection.isEmpty()
        || position.isEmpty()
        || connection.get().sandbox()
        || !position.get().heads().isEmpty()) {
      found.set(Optional.empty());
      return;
    }
    boolean exists = position.get().state().versions().exists();
    background.run(
        () ->
            (int)
                connection.get().schema().objects().stream()
                    .filter(object -> object instanceof Table)
                    .count(),
        tables -> {
          if (question == asked) {
            found.set(tables == 0 ? Optional.empty() : Optional.of(new Found(tables, exists)));
          }
        },
        problem -> {
          // The position could be read, so this is no trouble of the database's to be told twice.
          if (question == asked) {
            found.set(Optional.empty());
          }
        });
  }

  /** What there is; empty where there is nothing to say. */
  public ReadOnlyObjectProperty<Optional<Found>> foundProperty() {
    return found.getReadOnlyProperty();
  }
}
