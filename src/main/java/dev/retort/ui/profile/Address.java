package dev.retort.ui.profile;

import dev.retort.problem.RetortException;
import dev.retort.profile.url.ConnectionOptions;
import dev.retort.profile.url.ConnectionUrl;
import dev.retort.profile.url.Keyword;
import dev.retort.ui.task.Background;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * A connection as a URL and as fields, kept in step: whichever is edited, the other follows. What a
 * URL says that no field shows stays in it. A password is taken out of it into a field of its own.
 */
final class Address {
  private final Background background;
  private final Map<Field, StringProperty> texts = new EnumMap<>(Field.class);
  private final StringProperty password = new SimpleStringProperty("");
  private final Runnable changed;
  private ConnectionOptions options = ConnectionOptions.NONE;
  private String urlProblem = "";
  private boolean following;

  /**
   * Nothing is said yet; {@code changed} is told whenever the options or the problem are others.
   */
  Address(Background background, Runnable changed) {
    this.background = background;
    this.changed = changed;
    for (Field field : Field.values()) {
      if (field == Field.URL || field.keyword().isPresent()) {
        StringProperty text = new SimpleStringProperty("");
        texts.put(field, text);
        text.addListener((observable, before, now) -> edited(field, before, now));
      }
    }
  }

  private void edited(Field field, String before, String now) {
    if (following) {
      return;
    }
    if (field == Field.URL) {
      urlEdited(now, Math.abs(now.length() - before.length()) > 1);
    } else {
      Keyword keyword = field.keyword().orElseThrow();
      String value = now.strip();
      urlProblem = "";
      options = value.isEmpty() ? options.without(keyword) : options.with(keyword, value);
      follow(Field.URL, url());
      changed.run();
    }
  }

  private void urlEdited(String now, boolean pasted) {
    ConnectionOptions said;
    try {
      said = now.isBlank() ? ConnectionOptions.NONE : ConnectionUrl.parse(now);
    } catch (RetortException e) {
      urlProblem = (e.message() + " " + e.hint()).strip();
      changed.run();
      return;
    }
    urlProblem = "";
    take(said);
    if (pasted && said.password().isPresent()) {
      // A field is not to be changed while it tells of a change.
      background.later(Duration.ZERO, this::tidy);
    }
  }

  private void take(ConnectionOptions said) {
    said.password().ifPresent(secret -> password.set(secret.reveal()));
    for (Field field : texts.keySet()) {
      field.keyword().ifPresent(keyword -> follow(field, said.get(keyword).orElse("")));
    }
    options = said.withoutPassword();
    changed.run();
  }

  private void follow(Field field, String text) {
    following = true;
    text(field).set(text);
    following = false;
  }

  /** Writes the URL as Retort would, without a password; leaves one alone that cannot be read. */
  void tidy() {
    if (urlProblem.isEmpty()) {
      follow(Field.URL, url());
    }
  }

  /** Shows other options. */
  void show(ConnectionOptions now) {
    urlProblem = "";
    take(now);
    follow(Field.URL, url());
  }

  private String url() {
    return options.equals(ConnectionOptions.NONE) ? "" : options.toUrl();
  }

  StringProperty text(Field field) {
    return java.util.Objects.requireNonNull(texts.get(field));
  }

  /** The password typed, or taken out of the URL. */
  StringProperty password() {
    return password;
  }

  /** What the fields and the URL say, as far as it can be read; never a password. */
  ConnectionOptions options() {
    return options;
  }

  /** Why the URL cannot be read; empty if it can. */
  String urlProblem() {
    return urlProblem;
  }
}
