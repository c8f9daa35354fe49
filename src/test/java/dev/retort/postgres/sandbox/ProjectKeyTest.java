package dev.retort.postgres.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectKeyTest {
  @TempDir Path top;

  @Test
  void theNameTellsTheProjectAndItsPath() throws IOException {
    Path db = Files.createDirectories(top.resolve("Trading Platform/db"));
    ProjectKey key = ProjectKey.of(db);
    assertTrue(key.database().matches("trading_platform_db_[0-9a-f]{8}"), key.database());
    Path other = Files.createDirectories(top.resolve("x/Trading Platform/db"));
    assertNotEquals(key.database(), ProjectKey.of(other).database());
  }

  @Test
  void aLinkLeadsToTheSameProject() throws IOException {
    Path db = Files.createDirectories(top.resolve("db"));
    Path link = Files.createSymbolicLink(top.resolve("link"), db);
    assertEquals(ProjectKey.of(db), ProjectKey.of(link));
  }

  @Test
  void anyNameGivesOneThatPostgresqlTakes() {
    for (String name : new String[] {"/", "/数据", "/" + "a".repeat(200), "/-- \";'"}) {
      String database = ProjectKey.of(Path.of(name)).database();
      assertTrue(database.matches("[a-z0-9_]+_[0-9a-f]{8}"), database);
      assertTrue(database.length() <= 63, database);
    }
  }
}
