package dev.retort.postgres.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.postgres.Access;
import dev.retort.postgres.PostgresSessions;
import dev.retort.postgres.sandbox.Link;
import dev.retort.testing.PgDatabase;
import dev.retort.testing.PgExtension;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is kept of shadows is bounded, in number and in bytes. */
@Tag("db")
@ExtendWith(PgExtension.class)
class ShadowBoundTest {
  private static final List<String> KEYS = List.of("0a", "0b", "0c", "0d");

  private PgDatabase database;
  private Link link;

  @BeforeEach
  void connect(PgDatabase database) {
    this.database = database;
    this.link =
        Link.over(new PostgresSessions(database.settings(), "shadow", Access.READ_WRITE).connect());
  }

  @AfterEach
  void drop() throws SQLException {
    link.close();
    for (String name :
        database.query("SELECT datname FROM pg_database WHERE datname LIKE 'retort\\_shadow%'")) {
      database.execute("DROP DATABASE " + name + " WITH (FORCE)");
    }
  }

  private static String key(String digits) {
    return digits.repeat(16);
  }

  private void keepAll(ShadowDatabases databases) throws SQLException {
    for (String digits : KEYS) {
      databases.keep(databases.create(), key(digits));
    }
  }

  @Test
  void theOldestGoWhereThereAreTooMany() throws SQLException {
    ShadowDatabases databases = new ShadowDatabases(link, Optional.empty(), 2, Long.MAX_VALUE);
    keepAll(databases);
    assertThat(databases.kept()).containsExactlyInAnyOrder(key("0c"), key("0d"));
  }

  @Test
  void whatWasUsedLastStaysLongest() throws SQLException {
    ShadowDatabases databases = new ShadowDatabases(link, Optional.empty(), 2, Long.MAX_VALUE);
    databases.keep(databases.create(), key("0a"));
    databases.keep(databases.create(), key("0b"));
    databases.end(databases.copy(key("0a")).orElseThrow());
    databases.keep(databases.create(), key("0c"));
    assertThat(databases.kept()).containsExactlyInAnyOrder(key("0a"), key("0c"));
  }

  @Test
  void theOldestGoWhereTheyAreTooLargeTogether() throws SQLException {
    long one = Long.parseLong(database.query("SELECT pg_database_size('template0')").getFirst());
    ShadowDatabases databases = new ShadowDatabases(link, Optional.empty(), 99, one * 5 / 2);
    keepAll(databases);
    assertThat(databases.kept()).containsExactlyInAnyOrder(key("0c"), key("0d"));
  }

  @Test
  void theNewestStaysHoweverLargeItIs() throws SQLException {
    ShadowDatabases databases = new ShadowDatabases(link, Optional.empty(), 99, 1);
    keepAll(databases);
    assertThat(databases.kept()).containsExactly(key("0d"));
  }
}
