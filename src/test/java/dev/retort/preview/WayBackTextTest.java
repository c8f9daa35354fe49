package dev.retort.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.engine.PlanRequest;
import dev.retort.engine.Planning;
import dev.retort.engine.Project;
import dev.retort.engine.Retort;
import dev.retort.engine.Surroundings;
import dev.retort.plan.Plan;
import dev.retort.profile.UserContext;
import dev.retort.revision.RevisionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WayBackTextTest {
  @TempDir Path folder;

  @BeforeEach
  void files() throws IOException {
    Files.writeString(
        folder.resolve("0001_orders.sql"),
        "-- @upgrade\nCREATE TABLE orders ();\n-- @downgrade\nDROP TABLE orders;\n");
    Files.writeString(folder.resolve("0002_fills.sql"), "-- @upgrade\nCREATE TABLE fills ();\n");
    Files.writeString(
        folder.resolve("0003_hash.sql"),
        "-- @upgrade\nSELECT 1;\n-- @downgrade none: hashes are not undone\n");
    Files.writeString(
        folder.resolve("0004_index.sql"),
        """
        -- @upgrade autocommit
        CREATE INDEX CONCURRENTLY i ON orders (id);
        -- @downgrade autocommit
        DROP INDEX CONCURRENTLY i;
        """);
  }

  @Test
  void anUpgradeIsUndoneByItsDowngradesTheLastFirst() {
    WayBackText back = back(PlanRequest.upgrade("head"), List.of());
    assertEquals(
        """
        -- downgrade 0004: index (autocommit)
        DROP INDEX CONCURRENTLY i;

        -- 0003: no way back, on purpose: hashes are not undone

        -- 0002: no way back, the file has no downgrade

        -- downgrade 0001: orders
        DROP TABLE orders;

        """,
        back.script().text());
    assertEquals(
        List.of(
            new WayBackText.Without(new RevisionId("0003"), Optional.of("hashes are not undone")),
            new WayBackText.Without(new RevisionId("0002"), Optional.empty())),
        back.without());
  }

  @Test
  void eachStepIsFoundByItsPlaceInThePlan() {
    WayBackText back = back(PlanRequest.upgrade("head"), List.of());
    assertEquals(
        List.of(
            new Span(1, 2, 3, -1),
            new Span(4, 4, 2, -1),
            new Span(6, 6, 1, -1),
            new Span(8, 9, 0, -1)),
        back.script().spans());
  }

  @Test
  void aDowngradeIsUndoneByTheUpgradesAgain() {
    WayBackText back = back(PlanRequest.downgrade("base"), List.of(new RevisionId("0001")));
    assertEquals("-- upgrade 0001: orders\nCREATE TABLE orders ();\n\n", back.script().text());
    assertEquals(List.of(), back.without());
  }

  @Test
  void aStampIsUndoneByStampingWhatWasThere() {
    WayBackText back = back(PlanRequest.stamp("0003"), List.of(new RevisionId("0001")));
    assertEquals("-- Stamp again: 0001\n\n", back.script().text());
  }

  private WayBackText back(PlanRequest request, List<RevisionId> heads) {
    UserContext user = new UserContext(Map.of(), folder, "tester", UserContext.Os.LINUX);
    Project project =
        new Retort(new Surroundings(user, folder, InstantSource.system()))
            .open(Optional.of(folder));
    Plan plan = new Planning(project).plan(request, heads);
    return WayBackText.of(plan, project.graph()::find);
  }
}
