package dev.retort.ui.profile;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/**
 * What is wrong with a form, field by field, and what of it is shown: a form that was just opened
 * does not begin with reproaches, and a field's fault is said once somebody has been there.
 * Toolkit's thread.
 */
final class FormChecks {
  private final ObservableMap<Field, String> errors = FXCollections.observableHashMap();
  private final ObservableMap<Field, String> advice = FXCollections.observableHashMap();
  private final Set<Field> touched = EnumSet.noneOf(Field.class);
  private Map<Field, String> quick = Map.of();
  private Map<Field, String> slow = Map.of();
  private boolean attempted;

  /** What can be told from the words alone, and what is worth a word besides. */
  void quick(Map<Field, String> wrong, Map<Field, String> worthAWord) {
    quick = wrong;
    advice.clear();
    advice.putAll(worthAWord);
    show();
  }

  /** What a look at the disk has shown. */
  void slow(Map<Field, String> wrong) {
    slow = wrong;
    show();
  }

  /** Somebody has been in these fields. */
  void touch(Stream<Field> fields) {
    fields.forEach(touched::add);
    show();
  }

  /** Somebody wants it saved: everything is said from now on. */
  void attempt() {
    attempted = true;
    show();
  }

  private void show() {
    Map<Field, String> visible = new EnumMap<>(Field.class);
    visible.putAll(slow);
    if (!quick.isEmpty()) {
      // What a field says need not be said again of the whole.
      visible.remove(Field.URL);
    }
    visible.putAll(quick);
    visible.keySet().removeIf(field -> !attempted && !touched.contains(field));
    errors.keySet().retainAll(visible.keySet());
    visible.forEach(
        (field, words) -> {
          if (!words.equals(errors.get(field))) {
            errors.put(field, words);
          }
        });
  }

  /** Whether nothing is wrong. */
  boolean sound() {
    return quick.isEmpty() && slow.isEmpty();
  }

  /** Whether the words alone are wrong, in another field than one. */
  boolean wrongBesides(Field one) {
    return quick.keySet().stream().anyMatch(field -> field != one);
  }

  /** What is wrong, by field; shown as it is. */
  ObservableMap<Field, String> errors() {
    return errors;
  }

  /** What is worth a word, by field. */
  ObservableMap<Field, String> advice() {
    return advice;
  }
}
