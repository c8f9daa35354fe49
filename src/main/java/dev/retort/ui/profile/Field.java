package dev.retort.ui.profile;

import dev.retort.profile.url.Keyword;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A text field of the form, and what it says in a connection string. */
enum Field {
  URL("Connection URL", null),
  NAME("Name", null),
  HOST("Host", Keyword.HOST),
  PORT("Port", Keyword.PORT),
  DATABASE("Database", Keyword.DBNAME),
  USER("User", Keyword.USER),
  SSL_MODE("SSL mode", Keyword.SSLMODE),
  ROOT_CERTIFICATE("Root certificate", Keyword.SSLROOTCERT),
  CERTIFICATE("Client certificate", Keyword.SSLCERT),
  KEY("Client key", Keyword.SSLKEY);

  private final String words;
  private final @Nullable Keyword keyword;

  Field(String words, @Nullable Keyword keyword) {
    this.words = words;
    this.keyword = keyword;
  }

  /** What stands above it. */
  String words() {
    return words;
  }

  /** The connection parameter that it sets. */
  Optional<Keyword> keyword() {
    return Optional.ofNullable(keyword);
  }

  /** Whether it names a file. */
  boolean file() {
    return this == ROOT_CERTIFICATE || this == CERTIFICATE || this == KEY;
  }

  /** The id of its control. */
  String id() {
    return "profile-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
