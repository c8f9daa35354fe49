package dev.retort.profile.file;

import com.electronwill.nightconfig.core.CommentedConfig;
import com.electronwill.nightconfig.core.UnmodifiableConfig;
import com.electronwill.nightconfig.core.io.ParsingException;
import com.electronwill.nightconfig.core.io.ParsingMode;
import com.electronwill.nightconfig.toml.TomlParser;
import dev.retort.problem.Problem;
import dev.retort.profile.Redaction;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A TOML file that has been read, with the problems found so far; not for several threads. */
public final class TomlFile {
  private final Path path;
  private final UnmodifiableConfig root;
  private final TomlLines lines;
  private final List<Problem> problems;

  private TomlFile(Path path, UnmodifiableConfig root, TomlLines lines, List<Problem> problems) {
    this.path = path;
    this.root = root;
    this.lines = lines;
    this.problems = problems;
  }

  /**
   * Reads a file. One that cannot be read or is not TOML becomes a problem, and is empty from then
   * on.
   *
   * @param problems where this and everything that is found later goes
   */
  public static TomlFile read(Path path, List<Problem> problems) {
    return TextFile.read(path, problems)
        .map(text -> parse(path, text, problems))
        .orElseGet(() -> empty(path, problems));
  }

  static TomlFile parse(Path path, String text, List<Problem> problems) {
    CountingReader reader = new CountingReader(text);
    try {
      // Into a table of ours: one that the parser makes has it look for the library's other formats
      // first, in every jar there is.
      CommentedConfig root = CommentedConfig.inMemory();
      new TomlParser().parse(reader, root, ParsingMode.REPLACE);
      return new TomlFile(path, root, new TomlLines(text), problems);
    } catch (ParsingException | IllegalArgumentException | IllegalStateException e) {
      problems.add(
          Problem.error(
              "bad-toml",
              "This is not TOML: " + reason(e),
              "Correct the line; https://toml.io has the rules.",
              path,
              reader.line()));
      return empty(path, problems);
    }
  }

  /** The parser quotes what it stumbled over, which may hold a password. */
  private static String reason(Exception e) {
    String message = String.valueOf(e.getMessage()).replace("\n", "\\n");
    int quoted = message.indexOf(" The string begins with");
    String brief = quoted < 0 ? message : message.substring(0, quoted);
    String reason = Redaction.of(brief.replace("Invalid TOML data: ", ""));
    return reason.endsWith(".") ? reason : reason + ".";
  }

  private static TomlFile empty(Path path, List<Problem> problems) {
    return new TomlFile(path, CommentedConfig.inMemory(), new TomlLines(""), problems);
  }

  /** The file's top level, on which {@link TomlTable#end} is to be called when all is read. */
  public TomlTable top() {
    return new TomlTable(this, List.of(), root);
  }

  Path path() {
    return path;
  }

  int line(List<String> key) {
    return lines.of(key);
  }

  void problem(Problem problem) {
    problems.add(problem);
  }

  static Map<String, Object> entries(UnmodifiableConfig config) {
    Map<String, Object> entries = new HashMap<>();
    for (UnmodifiableConfig.Entry entry : config.entrySet()) {
      Object value = entry.getValue();
      entries.put(entry.getKey(), value);
    }
    return entries;
  }
}
