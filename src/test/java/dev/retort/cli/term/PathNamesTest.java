package dev.retort.cli.term;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PathNamesTest {
  private final PathNames names = new PathNames(Path.of("/srv/trading"));

  @Test
  void filesInTheFolderAndBesideItAreRelative() {
    assertEquals("db/0001.sql", names.of(Path.of("/srv/trading/db/0001.sql")));
    assertEquals("../other/0001.sql", names.of(Path.of("/srv/other/0001.sql")));
    assertEquals(".", names.of(Path.of("/srv/trading")));
    assertEquals("db/0001.sql", names.of(Path.of("db/0001.sql")));
  }

  @Test
  void filesFarAwayAreAbsolute() {
    assertEquals("/etc/retort.toml", names.of(Path.of("/etc/retort.toml")));
    assertEquals("/etc/x", new PathNames(Path.of("/work")).of(Path.of("/etc/x")));
  }

  @Test
  void namesInTextsAreShortenedHoweverDeepTheyAre() {
    assertEquals(
        Map.of("a", List.of("see db/x:3", 7), "b", Map.of("file", "db/y")),
        names.inAll(
            Map.of(
                "a", List.of("see /srv/trading/db/x:3", 7),
                "b", Map.of("file", Path.of("/srv/trading/db/y")))));
  }

  @Test
  void sqlIsShownAsItIsRun() {
    String sql = "COPY fills FROM '/srv/trading/fills.csv'";
    assertEquals(
        Map.of("statements", List.of(Map.of("sql", sql))),
        names.inAll(Map.of("statements", List.of(Map.of("sql", sql)))));
  }
}
