package dev.retort.schema.diff;

import dev.retort.schema.ObjectId;
import dev.retort.schema.SchemaObject;
import java.util.List;
import java.util.Optional;

/** One object that is not the same in two snapshots. */
public sealed interface SchemaChange {

  /** The object: as it is named after, or before if it is there no more. */
  ObjectId id();

  /** The object before, unless it is new. */
  Optional<SchemaObject> objectBefore();

  /** The object after, unless it is gone. */
  Optional<SchemaObject> objectAfter();

  /** What became of it. */
  Difference.Mark mark();

  /** What differs within it; none for what came or went as a whole. */
  List<Difference> differences();

  /** Renames that would explain it, or what differs within it: likely, but not known. */
  List<Guess> guesses();

  /** Only the second snapshot has it. */
  record Added(SchemaObject after, List<Guess> guesses) implements SchemaChange {
    /** Copies the list. */
    public Added {
      guesses = List.copyOf(guesses);
    }

    @Override
    public ObjectId id() {
      return after.id();
    }

    @Override
    public Optional<SchemaObject> objectBefore() {
      return Optional.empty();
    }

    @Override
    public Optional<SchemaObject> objectAfter() {
      return Optional.of(after);
    }

    @Override
    public Difference.Mark mark() {
      return Difference.Mark.ADDED;
    }

    @Override
    public List<Difference> differences() {
      return List.of();
    }
  }

  /** Only the first snapshot has it. */
  record Removed(SchemaObject before, List<Guess> guesses) implements SchemaChange {
    /** Copies the list. */
    public Removed {
      guesses = List.copyOf(guesses);
    }

    @Override
    public ObjectId id() {
      return before.id();
    }

    @Override
    public Optional<SchemaObject> objectBefore() {
      return Optional.of(before);
    }

    @Override
    public Optional<SchemaObject> objectAfter() {
      return Optional.empty();
    }

    @Override
    public Difference.Mark mark() {
      return Difference.Mark.REMOVED;
    }

    @Override
    public List<Difference> differences() {
      return List.of();
    }
  }

  /** Both have it, and it differs. */
  record Changed(
      SchemaObject before, SchemaObject after, List<Difference> differences, List<Guess> guesses)
      implements SchemaChange {
    /** Copies the lists. */
    public Changed {
      differences = List.copyOf(differences);
      guesses = List.copyOf(guesses);
    }

    @Override
    public ObjectId id() {
      return after.id();
    }

    @Override
    public Optional<SchemaObject> objectBefore() {
      return Optional.of(before);
    }

    @Override
    public Optional<SchemaObject> objectAfter() {
      return Optional.of(after);
    }

    @Override
    public Difference.Mark mark() {
      return Difference.Mark.CHANGED;
    }
  }
}
