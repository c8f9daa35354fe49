package dev.retort.shadow.store;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How records are put together, in words: two programs whose words for a record are the same can
 * read what the other has written of it.
 */
final class Shape {
  private Shape() {}

  /** The words for a record and all it is made of. */
  static String of(Class<?> record) {
    Set<Class<?>> seen = new LinkedHashSet<>();
    StringBuilder words = new StringBuilder();
    describe(record, seen, words);
    return words.toString();
  }

  /** The records that a sealed interface stands for, in an order that the names decide. */
  static List<Class<?>> leaves(Class<?> type) {
    List<Class<?>> leaves = new ArrayList<>();
    collect(type, leaves);
    leaves.sort(Comparator.comparing(Class::getName));
    return leaves;
  }

  private static void collect(Class<?> type, List<Class<?>> leaves) {
    if (type.isRecord()) {
      leaves.add(type);
    } else {
      for (Class<?> permitted : type.getPermittedSubclasses()) {
        collect(permitted, leaves);
      }
    }
  }

  private static void describe(Type type, Set<Class<?>> seen, StringBuilder words) {
    if (type instanceof ParameterizedType generic) {
      Arrays.stream(generic.getActualTypeArguments()).forEach(t -> describe(t, seen, words));
      return;
    }
    if (!(type instanceof Class<?> plain) || !seen.add(plain)) {
      return;
    }
    if (plain.isEnum()) {
      words.append(plain.getName()).append(Arrays.toString(plain.getEnumConstants()));
    } else if (plain.isRecord()) {
      words.append(plain.getName());
      for (RecordComponent part : plain.getRecordComponents()) {
        words.append(' ').append(part.getName()).append(':').append(part.getGenericType());
      }
      words.append('\n');
      for (RecordComponent part : plain.getRecordComponents()) {
        describe(part.getGenericType(), seen, words);
      }
    } else if (plain.isSealed()) {
      leaves(plain).forEach(leaf -> describe(leaf, seen, words));
    }
  }
}
