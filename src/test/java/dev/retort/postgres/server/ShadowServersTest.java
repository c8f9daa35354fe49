package dev.retort.postgres.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is not synced to disk is only used again after a proper end; one folder serves all tests.
 */
@Tag("db")
class ShadowServersTest {
  private static final String KEPT = "SELECT count(*) FROM pg_database WHERE datname = 'kept'";

  @TempDir static Path shared;

  private ServerRig rig;

  @BeforeEach
  void useTheSharedFolder() throws IOException {
    rig = ServerRig.ofShadows(shared, Duration.ofMillis(200));
  }

  @AfterEach
  void leaveNothingBehind() {
    rig.cleanUp();
  }

  @Test
  void whatAServerKeepsIsThereAgainAfterAProperEnd() {
    keep();
    rig.awaitSilence();
    assertTrue(Files.exists(rig.places().synced()));
    try (ServerHandle handle = rig.server().attach()) {
      assertEquals("1", query(handle, KEPT));
      assertEquals("off", query(handle, "SHOW fsync"));
      assertEquals("off", query(handle, "SHOW full_page_writes"));
      assertFalse(Files.exists(rig.places().synced()));
      assertTrue(rig.server().stop());
    }
    try (ServerHandle handle = rig.server().attach()) {
      assertEquals("1", query(handle, KEPT));
    }
    assertEquals(0, discarded());
  }

  @Test
  void oneThatWasKilledBeginsAnewAndOnce() throws Exception {
    keep();
    rig.killAll();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<Integer>> ports =
          List.of(threads.submit(this::attachedAnew), threads.submit(this::attachedAnew));
      assertEquals(ports.getFirst().get(), ports.getLast().get());
    }
    assertEquals(1, discarded());
  }

  private int attachedAnew() {
    try (ServerHandle handle = rig.server().attach()) {
      assertEquals("0", query(handle, KEPT));
      return handle.port();
    }
  }

  @Test
  void oneWhoseSupervisorWasKilledWasNotSynced() {
    keep();
    ServerRig.kill(rig.supervisor());
    rig.awaitSilence();
    try (ServerHandle handle = rig.server().attach()) {
      assertEquals("0", query(handle, KEPT));
    }
    assertEquals(1, discarded());
  }

  @Test
  void dataThatDoNotStartAreMadeAnew() throws IOException {
    keep();
    assertTrue(rig.server().stop());
    Files.delete(rig.places().data().resolve("global/pg_control"));
    try (ServerHandle handle = rig.server().attach()) {
      assertEquals("0", query(handle, KEPT));
    }
    assertEquals(1, discarded());
  }

  @Test
  void theyAreListedAndStoppedTogether() {
    try (ServerHandle handle = rig.server().attach()) {
      ShadowServers.Status status = rig.shadows().status().getFirst();
      assertEquals(rig.server().majorVersion(), status.major());
      assertEquals(handle.port(), status.server().port().orElseThrow());
      assertEquals(rig.places().log(), status.server().log());
    }
    assertTrue(rig.shadows().stop());
    assertFalse(rig.shadows().status().getFirst().server().running());
    assertFalse(rig.shadows().stop());
  }

  /** It is still up for a moment afterwards. */
  private void keep() {
    try (ServerHandle handle = rig.server().attach()) {
      query(handle, "CREATE DATABASE kept");
      assertEquals("1", query(handle, KEPT));
    }
  }

  private long discarded() {
    return rig.steps().stream().filter(step -> step.startsWith("DISCARDING")).count();
  }

  private static String query(ServerHandle handle, String sql) {
    return ServerUser.query(handle.settings("postgres"), sql);
  }
}
