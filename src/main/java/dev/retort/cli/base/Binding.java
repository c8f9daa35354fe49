package dev.retort.cli.base;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;

/** Hands each value that picocli has read to a command, which has said of what type it is. */
final class Binding implements IGetter, ISetter {
  private final Consumer<Object> target;
  private @Nullable Object value;

  private Binding(Consumer<Object> target) {
    this.target = target;
  }

  /** Hands on one value. */
  static <T> Binding of(Class<T> type, Consumer<T> setter) {
    return new Binding(value -> setter.accept(type.cast(value)));
  }

  /** Hands on all values that were given, each time that there is one more. */
  static <T> Binding ofList(Class<T> type, Consumer<List<T>> setter) {
    return new Binding(values -> setter.accept(list(type, (Collection<?>) values)));
  }

  private static <T> List<T> list(Class<T> type, Collection<?> values) {
    List<T> list = new ArrayList<>();
    values.forEach(one -> list.add(type.cast(one)));
    return List.copyOf(list);
  }

  /**
   * The collection that further values go into, as picocli has set it; the signature is its own.
   */
  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <T> @Nullable T get() {
    return (T) value;
  }

  @Override
  public <T> @Nullable T set(T newValue) {
    T before = get();
    value = newValue;
    target.accept(newValue);
    return before;
  }
}
