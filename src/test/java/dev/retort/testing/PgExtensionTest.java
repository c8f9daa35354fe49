package dev.retort.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("db")
@ExtendWith(PgExtension.class)
class PgExtensionTest {

  @BeforeEach
  void theSetUpSharesTheTestsDatabase(PgDatabase database) {
    database.execute("CREATE TABLE mark ()");
  }

  @RepeatedTest(2)
  void eachTestHasADatabaseOfItsOwn(PgDatabase database) {
    assertEquals(
        List.of("mark"),
        database.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"));
    assertEquals(List.of(database.name()), database.query("SELECT current_database()"));
  }
}
