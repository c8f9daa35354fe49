package dev.retort.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.graph.target.TargetException;
import dev.retort.revision.RevisionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the engine says, as it is said in front of the window. */
class ClientWordsTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/retort");

  /** A command of the command line, or an option. */
  private static final Pattern COMMAND =
      Pattern.compile(
          "\\bretort (resume|cleanup|stamp|current|history|heads|merge|identify|drift|revision"
              + "|squash|init|upgrade|downgrade|verify)\\b|(?<![\\w-])--[a-z][a-z-]+");

  /** Where commands are named for their own sake, or to those that have them alone. */
  private static final Set<String> OF_THE_COMMAND_LINE =
      Set.of(
          // Words of a run that asks nobody, and of choosing a connection by options.
          "ProductionGuard.java",
          "ProfileResolver.java",
          "Runs.java",
          // Plans without a database, and what is to be said by options there.
          "Offline.java",
          // A page that is written into a new project; its readers have a terminal.
          "NewProject.java",
          // The client has words of its own for these: DraftProblems, and its questions.
          "Authoring.java",
          "Locations.java",
          "PythonRevisions.java",
          "Squash.java",
          // Arguments of other programs.
          "UserEditor.java",
          "Cluster.java",
          "RunAs.java",
          "Detached.java",
          "Binaries.java",
          "Installed.java",
          "Link.java");

  @Test
  void whatNamesACommandNamesWhatIsClickedInstead() throws IOException {
    List<String> left = new ArrayList<>();
    List<String> translated = new ArrayList<>();
    for (String folder : List.of("engine", "execute", "graph", "plan", "postgres", "profile")) {
      try (Stream<Path> files = Files.walk(SOURCES.resolve(folder))) {
        for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
          if (OF_THE_COMMAND_LINE.contains(file.getFileName().toString())) {
            continue;
          }
          for (String text : texts(Files.readString(file))) {
            if (COMMAND.matcher(text).find()) {
              String now = ClientWords.of(text);
              (COMMAND.matcher(now).find() ? left : translated).add(file + ": " + now);
            }
          }
        }
      }
    }
    assertThat(left).as("the client says these as the command line does").isEmpty();
    assertThat(translated).as("hints that name a command").hasSizeGreaterThan(15);
  }

  /** The strings of a source, put together across lines, with a 1 for what is put in. */
  private static List<String> texts(String source) {
    String bare = source.replaceAll("(?m)^\\s*(//|\\*|/\\*).*$", "");
    String joined =
        bare.replaceAll("\"\\s*\\+\\s*\"", "").replaceAll("\"\\s*\\+[^\";?:]*\\+\\s*\"", "1");
    List<String> texts = new ArrayList<>();
    Matcher matcher = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"").matcher(joined);
    while (matcher.find()) {
      texts.add(matcher.group(1).replace("\\\"", "\""));
    }
    return texts;
  }

  @Test
  void anErrorIsItsMessageAndTheWayOnInTheWindow() {
    assertThat(
            ClientWords.of(
                TargetException.multipleHeads(
                    "head", List.of(new RevisionId("0002"), new RevisionId("0003")))))
        .endsWith("The heads are 0002, 0003. Name one of them, or merge them above the graph.");
    assertThat(ClientWords.hint(TargetException.unknownRow("0404")))
        .endsWith("that its schema really matches, which Drift finds; from there it is stamped.");
    assertThat(ClientWords.of(new IllegalStateException("odd")))
        .isEqualTo("Something unexpected went wrong: java.lang.IllegalStateException: odd");
  }

  @Test
  void wordsWithoutACommandStayAsTheyAre() {
    String words = "Run it again -- or don't; retort is a vessel. Give 1-2 revisions.";
    assertThat(ClientWords.of(words)).isEqualTo(words);
  }
}
