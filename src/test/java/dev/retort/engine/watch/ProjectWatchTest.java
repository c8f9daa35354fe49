package dev.retort.engine.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.engine.Project;
import dev.retort.engine.Retort;
import dev.retort.engine.Surroundings;
import dev.retort.profile.UserContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectWatchTest {
  private final Semaphore calls = new Semaphore(0);
  private final List<WatchException> failures = new CopyOnWriteArrayList<>();
  private @TempDir Path root;
  private Optional<ProjectWatch> watch = Optional.empty();

  @BeforeEach
  void aProject() throws IOException {
    Files.createDirectories(root.resolve("migrations/old"));
    Files.writeString(root.resolve("retort.toml"), "[migrations]\nlocations = [\"migrations\"]\n");
    Files.writeString(root.resolve("migrations/0001_a.sql"), "SELECT 1;\n");
  }

  @AfterEach
  void nothingWentWrong() {
    watch.ifPresent(ProjectWatch::close);
    assertEquals(List.of(), failures);
  }

  @Test
  void anEditANewFileAndARemovedOneAreNoticed() throws Exception {
    start();
    Files.writeString(root.resolve("migrations/0001_a.sql"), "SELECT 2;\n");
    noticed();
    Files.writeString(root.resolve("migrations/old/0002_b.sql"), "SELECT 1;\n");
    noticed();
    Files.delete(root.resolve("migrations/0001_a.sql"));
    noticed();
  }

  @Test
  void theConfigurationIsNoticed() throws Exception {
    start();
    Files.writeString(root.resolve("retort.toml"), "[migrations]\nlocations = [\"other\"]\n");
    noticed();
  }

  @Test
  void aFolderMadeLaterIsWatchedAsWell() throws Exception {
    start();
    Files.createDirectories(root.resolve("migrations/2026/11"));
    noticed();
    Files.writeString(root.resolve("migrations/2026/11/0009_deep.sql"), "SELECT 1;\n");
    noticed();
  }

  @Test
  void theWholeFolderMayGoAndComeBack() throws Exception {
    start();
    Path away = root.resolve("away");
    Files.move(root.resolve("migrations"), away);
    noticed();
    Files.move(away, root.resolve("migrations"));
    noticed();
    Files.writeString(root.resolve("migrations/0003_c.sql"), "SELECT 1;\n");
    noticed();
  }

  @Test
  void whatIsNotReadIsNotTold() throws Exception {
    start();
    Files.writeString(root.resolve("notes.txt"), "later");
    Files.writeString(root.resolve("migrations/.0001_a.sql.swp"), "half");
    Files.writeString(root.resolve("migrations/0001_a.sql~"), "back-up");
    // Told in order, so the one call belongs to the last change and to none before it.
    Files.writeString(root.resolve("migrations/0001_a.sql"), "SELECT 3;\n");
    noticed();
    assertEquals(0, calls.availablePermits());
  }

  @Test
  void aBurstIsToldAsFewCalls() throws Exception {
    start();
    for (int i = 2; i < 500; i++) {
      Files.writeString(root.resolve("migrations/%04d_x.sql".formatted(i)), "SELECT 1;\n");
    }
    noticed();
    assertTrue(calls.availablePermits() < 20, () -> calls.availablePermits() + " calls");
  }

  private void start() {
    UserContext user = new UserContext(Map.of(), root, "ada", UserContext.Os.LINUX);
    Project project =
        new Retort(new Surroundings(user, root, InstantSource.system())).open(Optional.of(root));
    watch = Optional.of(ProjectWatch.start(project, calls::release, failures::add));
  }

  private void noticed() throws InterruptedException {
    assertTrue(calls.tryAcquire(30, TimeUnit.SECONDS), "the change was not noticed");
  }
}
