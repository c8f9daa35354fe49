package dev.retort.sql;

import java.util.List;
import java.util.Optional;

/**
 * What a statement does that PostgreSQL does in several transactions of its own, waiting for others
 * in between, so that it leaves something half made when it is stopped: an invalid index, or a
 * partition whose detaching is pending (manual: CREATE INDEX, REINDEX, ALTER TABLE).
 */
public sealed interface ConcurrentWork {

  /**
   * {@code CREATE INDEX CONCURRENTLY}.
   *
   * @param index its name; absent where the server makes one up. It lands in the table's schema.
   * @param ifNotExists whether an index of that name makes it do nothing
   */
  record CreateIndex(Optional<String> index, Name table, boolean unique, boolean ifNotExists)
      implements ConcurrentWork {}

  /** {@code DROP INDEX CONCURRENTLY}. */
  record DropIndex(Name index) implements ConcurrentWork {}

  /**
   * {@code REINDEX … CONCURRENTLY}.
   *
   * @param name absent for the current database
   */
  record Reindex(Scope scope, Optional<Name> name) implements ConcurrentWork {
    /** What is rebuilt. */
    public enum Scope {
      INDEX,
      TABLE,
      SCHEMA,
      DATABASE
    }
  }

  /** {@code ALTER TABLE … DETACH PARTITION … CONCURRENTLY}. */
  record Detach(Name table, Name partition) implements ConcurrentWork {}

  /** What a statement does of this kind; absent for any other statement. */
  static Optional<ConcurrentWork> of(String statement) {
    WordReader words = new WordReader(statement);
    return switch (words.take()) {
      case "CREATE" -> create(words);
      case "DROP" -> drop(words);
      case "REINDEX" -> reindex(words);
      case "ALTER" -> detach(words);
      default -> Optional.empty();
    };
  }

  private static Optional<ConcurrentWork> create(WordReader words) {
    boolean unique = words.skip("UNIQUE");
    if (!words.skip("INDEX", "CONCURRENTLY")) {
      return Optional.empty();
    }
    boolean ifNotExists = words.skip("IF", "NOT", "EXISTS");
    Optional<Name> index = words.peek().equals("ON") ? Optional.empty() : words.name();
    if (!words.skip("ON")) {
      return Optional.empty();
    }
    words.skip("ONLY");
    return words
        .name()
        .map(table -> new CreateIndex(index.map(Name::name), table, unique, ifNotExists));
  }

  private static Optional<ConcurrentWork> drop(WordReader words) {
    if (!words.skip("INDEX", "CONCURRENTLY")) {
      return Optional.empty();
    }
    words.skip("IF", "EXISTS");
    return words.name().map(DropIndex::new);
  }

  private static Optional<ConcurrentWork> reindex(WordReader words) {
    List<String> options = words.parentheses();
    String object = words.take();
    boolean concurrently =
        words.skip("CONCURRENTLY")
            || (options.contains("CONCURRENTLY")
                && options.stream().noneMatch(TransactionRefusals::isFalse));
    if (!concurrently) {
      return Optional.empty();
    }
    Optional<Name> name = words.name();
    return switch (object) {
      case "INDEX" -> name.map(one -> new Reindex(Reindex.Scope.INDEX, Optional.of(one)));
      case "TABLE" -> name.map(one -> new Reindex(Reindex.Scope.TABLE, Optional.of(one)));
      case "SCHEMA" -> name.map(one -> new Reindex(Reindex.Scope.SCHEMA, Optional.of(one)));
      case "DATABASE" -> Optional.of(new Reindex(Reindex.Scope.DATABASE, Optional.empty()));
      default -> Optional.empty();
    };
  }

  private static Optional<ConcurrentWork> detach(WordReader words) {
    if (!words.skip("TABLE") || !words.endsWith("CONCURRENTLY")) {
      return Optional.empty();
    }
    words.skip("IF", "EXISTS");
    words.skip("ONLY");
    Optional<Name> table = words.name();
    if (!words.skip("DETACH", "PARTITION")) {
      return Optional.empty();
    }
    Optional<Name> partition = words.name();
    return table.flatMap(from -> partition.map(one -> new Detach(from, one)));
  }
}
