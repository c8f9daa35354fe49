package dev.retort.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.testing.CliRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowFromGitTest {
  private @TempDir Path root;

  @Test
  void aRevisionIsShownWithWhoBroughtItsFile() throws Exception {
    Path folder = Files.createDirectories(root.resolve("project"));
    Files.writeString(folder.resolve("0001_a.sql"), "SELECT 1;\n");
    PersonIdent ada = new PersonIdent("Ada", "ada@example.org", Instant.EPOCH, ZoneOffset.UTC);
    try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
      git.add().addFilepattern(".").call();
      git.commit().setMessage("add a").setAuthor(ada).setCommitter(ada).setSign(false).call();
    }
    CliRun cli = CliRun.in(folder, root.resolve("home"));
    String shown = cli.run("show", "0001", "-v").out();
    assertTrue(shown.contains("Git: added 1970-01-01 by Ada in "), shown);
    Files.writeString(folder.resolve("0001_a.sql"), "SELECT 2;\n");
    assertTrue(cli.run("show", "0001", "-v").out().contains("; edited since, not committed"));
    assertTrue(cli.run("show", "0001", "--json").out().contains("\"modified\""));
    Files.writeString(folder.resolve(".git/HEAD"), "1".repeat(40) + "\n");
    CliRun.Result broken = cli.run("show", "0001", "-v");
    assertEquals(0, broken.exitCode());
    assertTrue(broken.out().contains("cannot be read"), broken.out());
  }

  @Test
  void outsideOfARepositoryNothingIsSaidOfGit() throws Exception {
    Files.writeString(root.resolve("0001_a.sql"), "SELECT 1;\n");
    String shown = CliRun.in(root, root.resolve("home")).run("show", "0001", "-v").out();
    assertTrue(!shown.contains("Git:"), shown);
  }
}
