package dev.retort.schema;

import java.util.Optional;
import java.util.SortedMap;

/**
 * A column of a table, or an attribute of a composite type.
 *
 * @param type with its modifier: {@code numeric(18,8)}
 * @param collation where it is not the type's own
 * @param notNull its not-null constraint
 * @param value where its value comes from, if not from the statement
 * @param tuning how it is stored and analysed
 * @param local whether it is declared here, and not only by a parent
 * @param traits comment, privileges and labels; a column has no owner
 */
public record Column(
    String name,
    String type,
    Optional<String> collation,
    Optional<NotNull> notNull,
    Optional<Value> value,
    Tuning tuning,
    boolean local,
    Traits traits) {

  /**
   * A not-null constraint. Before version 18 it is a mere flag.
   *
   * @param name where it is not the one the server would choose
   * @param noInherit not for children
   * @param validated false if rows that were there may break it
   * @param local whether it is declared here, and not only by a parent
   */
  public record NotNull(
      Optional<String> name, boolean noInherit, boolean validated, boolean local) {
    /** As {@code NOT NULL} alone declares it. */
    public static final NotNull PLAIN = new NotNull(Optional.empty(), false, true, true);

    /** The same by another name. */
    public NotNull named(Optional<String> other) {
      return new NotNull(other, noInherit, validated, local);
    }
  }

  /** Where a column's value comes from. */
  public sealed interface Value {
    /** {@code DEFAULT expression}. */
    record Default(String expression) implements Value {}

    /** {@code GENERATED ALWAYS AS (expression)}, {@code STORED} or else {@code VIRTUAL}. */
    record Generated(String expression, boolean stored) implements Value {}

    /**
     * {@code GENERATED … AS IDENTITY}.
     *
     * @param always or else by default
     * @param sequence its sequence, which is no object of its own
     */
    record Identity(boolean always, Sequence sequence) implements Value {}
  }

  /**
   * How a column is stored and analysed, as far as it is not the default.
   *
   * @param storage {@code PLAIN}, {@code EXTERNAL}, …
   * @param compression {@code pglz}, {@code lz4}
   * @param statistics its statistics target
   * @param options {@code n_distinct} and the like
   * @param foreignOptions of a foreign table's column
   */
  public record Tuning(
      Optional<String> storage,
      Optional<String> compression,
      Optional<Integer> statistics,
      SortedMap<String, String> options,
      SortedMap<String, String> foreignOptions) {
    /** All by default. */
    public static final Tuning DEFAULT =
        new Tuning(
            Optional.empty(), Optional.empty(), Optional.empty(), Options.NONE, Options.NONE);

    /** Copies the options. */
    public Tuning {
      options = Options.sorted(options);
      foreignOptions = Options.sorted(foreignOptions);
    }
  }
}
