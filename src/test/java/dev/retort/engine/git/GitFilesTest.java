package dev.retort.engine.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.retort.engine.git.FileInGit.Commit;
import dev.retort.engine.git.FileInGit.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.MergeCommand.FastForwardMode;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitFilesTest {
  private @TempDir Path root;
  private Optional<Git> opened = Optional.empty();
  private int hour;

  @BeforeEach
  void aRepository() throws Exception {
    opened = Optional.of(Git.init().setDirectory(root.toFile()).setInitialBranch("main").call());
    Files.createDirectories(root.resolve("db/migrations"));
    Files.writeString(root.resolve("README"), "elsewhere");
    commit("begin", "Ada");
  }

  @AfterEach
  void close() {
    opened.ifPresent(Git::close);
  }

  private FileInGit one(Path file, GitMemory memory) throws Exception {
    return Objects.requireNonNull(GitFiles.of(root, List.of(file), memory).get(file));
  }

  @Test
  void whatIsRememberedGrowsWithTheHistory() throws Exception {
    Path file = write("0001_a.sql", "SELECT 1;");
    GitMemory memory = new GitMemory();
    assertEquals(State.UNTRACKED, one(file, memory).state());
    commit("add a", "Ada");
    FileInGit added = one(file, memory);
    assertEquals(Optional.of("Ada: add a"), added.changed().map(GitFilesTest::words));
    write("0001_a.sql", "SELECT 2;");
    assertEquals(State.MODIFIED, one(file, memory).state());
    Path other = write("0002_b.sql", "SELECT 1;");
    commit("more", "Grace");
    Map<Path, FileInGit> both = GitFiles.of(root, List.of(file, other), memory);
    assertEquals(
        Optional.of("Grace: more"),
        Objects.requireNonNull(both.get(file)).changed().map(GitFilesTest::words));
    assertEquals(
        Optional.of("Grace: more"),
        Objects.requireNonNull(both.get(other)).added().map(GitFilesTest::words));
  }

  @Test
  void whoBroughtAFileAndWhoChangedItLastAreTold() throws Exception {
    Path file = write("0001_a.sql", "SELECT 1;");
    commit("add a\n\nwith reasons", "Ada");
    write("0001_a.sql", "SELECT 2;");
    commit("mend a", "Grace");
    Files.writeString(root.resolve("README"), "again");
    commit("unrelated", "Linus");

    FileInGit known = known(file);
    assertEquals(State.COMMITTED, known.state());
    assertEquals(Optional.of("Ada: add a"), known.added().map(GitFilesTest::words));
    assertEquals(Optional.of("Grace: mend a"), known.changed().map(GitFilesTest::words));
    assertEquals(
        "2026-01-01T04:00+02:00", known.changed().map(one -> one.date().toString()).orElse(""));
  }

  @Test
  void whetherAFileIsCommittedIsTold() throws Exception {
    Path kept = write("0001_a.sql", "SELECT 1;");
    Path edited = write("0002_b.sql", "SELECT 1;");
    commit("add", "Ada");
    write("0002_b.sql", "SELECT 2;");
    Path staged = write("0003_c.sql", "SELECT 1;");
    git().add().addFilepattern("db/migrations/0003_c.sql").call();
    Path fresh = write("0004_d.sql", "SELECT 1;");
    Path deep = root.resolve("db/migrations/new/0005_e.sql");
    Files.createDirectories(deep.getParent());
    Files.writeString(deep, "SELECT 1;");

    assertEquals(State.COMMITTED, known(kept).state());
    assertEquals(State.MODIFIED, known(edited).state());
    assertEquals(State.STAGED, known(staged).state());
    assertEquals(State.UNTRACKED, known(fresh).state());
    assertEquals(State.UNTRACKED, known(deep).state());
    assertEquals(Optional.empty(), known(fresh).added());
  }

  @Test
  void whatABranchBroughtBelongsToItsAuthorAndNotToTheMerge() throws Exception {
    write("0001_a.sql", "SELECT 1;");
    commit("add a", "Ada");
    git().checkout().setCreateBranch(true).setName("side").call();
    Path side = write("0002_b.sql", "SELECT 1;");
    commit("add b", "Grace");
    git().checkout().setName("main").call();
    write("0003_c.sql", "SELECT 1;");
    commit("add c", "Ada");
    git()
        .merge()
        .include(git().getRepository().resolve("side"))
        .setFastForward(FastForwardMode.NO_FF)
        .setMessage("merge side")
        .call();

    assertEquals(Optional.of("Grace: add b"), known(side).added().map(GitFilesTest::words));
    assertEquals(Optional.of("Grace: add b"), known(side).changed().map(GitFilesTest::words));
  }

  @Test
  void whereThereIsNoRepositoryThereIsNothingToTell(@TempDir Path bare) throws IOException {
    Path file = Files.writeString(bare.resolve("0001_a.sql"), "SELECT 1;");
    assertEquals(Map.of(), GitFiles.of(bare, List.of(file)));
  }

  @Test
  void aRepositoryWithoutACommitKnowsItsFilesAreNew(@TempDir Path empty) throws Exception {
    Git.init().setDirectory(empty.toFile()).call().close();
    Path file = Files.writeString(empty.resolve("0001_a.sql"), "SELECT 1;");
    assertEquals(
        new FileInGit(State.UNTRACKED, Optional.empty(), Optional.empty()),
        GitFiles.of(empty, List.of(file)).get(file));
  }

  @Test
  void aBrokenRepositoryIsSaidToBeOne() throws IOException {
    Path file = write("0001_a.sql", "SELECT 1;");
    Files.writeString(root.resolve(".git/refs/heads/main"), "1".repeat(40) + "\n");
    GitException problem = assertThrows(GitException.class, () -> GitFiles.of(root, List.of(file)));
    assertEquals("git-unreadable", problem.code());
  }

  private FileInGit known(Path file) {
    return Optional.ofNullable(GitFiles.of(root.resolve("db"), List.of(file)).get(file))
        .orElseThrow();
  }

  private Path write(String name, String sql) throws IOException {
    return Files.writeString(root.resolve("db/migrations").resolve(name), sql);
  }

  private void commit(String message, String author) throws GitAPIException {
    PersonIdent who =
        new PersonIdent(
            author,
            author + "@example.org",
            Instant.parse("2026-01-01T00:00:00Z").plusSeconds(3600L * hour++),
            ZoneId.of("+02:00"));
    git().add().addFilepattern(".").call();
    git().commit().setMessage(message).setAuthor(who).setCommitter(who).setSign(false).call();
  }

  private Git git() {
    return opened.orElseThrow();
  }

  private static String words(Commit commit) {
    return commit.author() + ": " + commit.summary();
  }
}
