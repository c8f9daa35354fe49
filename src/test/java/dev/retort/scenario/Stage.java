package dev.retort.scenario;

import dev.retort.testing.CliRun;
import dev.retort.testing.PgDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where a scenario plays: a folder, a home for Retort, a database. Its commands are
 *
 * <ul>
 *   <li>{@code retort …}, and {@code (typing WORDS) retort …} for one at a terminal, where {@code
 *       |} ends a line;
 *   <li>{@code sql …} runs statements on the database, and prints the first column of a query;
 *   <li>{@code env NAME=VALUE …} for all commands to come; an empty value takes it away;
 *   <li>{@code cat FILE}, {@code ls FOLDER}, {@code rm FILE}, {@code mv FILE FILE};
 *   <li>{@code sample} copies the sample project here, as {@code db}.
 * </ul>
 */
final class Stage {
  private final Path folder;
  private final Path home;
  private final PgDatabase database;
  private final Map<String, String> remembered = new HashMap<>();
  private CliRun retort;

  Stage(Path folder, Path home, PgDatabase database) {
    this.folder = folder;
    this.home = home;
    this.database = database;
    this.retort = CliRun.in(folder, home).on(database);
  }

  /** What expectations remembered, for later commands. */
  Map<String, String> remembered() {
    return remembered;
  }

  void write(String name, String content) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, filled(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs a command; its standard error is marked, its exit code a line at the end if not 0. Blank
   * lines at the end are left out.
   */
  List<String> run(String command) {
    List<String> lines = new ArrayList<>(result(command));
    while (!lines.isEmpty() && lines.getLast().isBlank()) {
      lines.removeLast();
    }
    return lines;
  }

  private List<String> result(String command) {
    String text = filled(command);
    int blank = text.indexOf(' ');
    String verb = blank < 0 ? text : text.substring(0, blank);
    String rest = blank < 0 ? "" : text.substring(blank + 1);
    if (text.startsWith("(typing ")) {
      int end = text.indexOf(") retort");
      CliRun typing = retort.typing(text.substring(8, end).replace('|', '\n') + "\n");
      return lines(typing.run(words(text.substring(end + 8).strip())));
    }
    try {
      return switch (verb) {
        case "retort" -> lines(retort.run(words(rest)));
        case "sql" -> sql(rest);
        case "env" -> environment(rest);
        case "cat" -> Files.readAllLines(folder.resolve(rest));
        case "ls" -> list(folder.resolve(rest));
        case "rm" -> delete(folder.resolve(rest));
        case "mv" -> move(Words.of(rest));
        case "sample" -> sample();
        default -> throw new IllegalArgumentException("no such command in scenarios: " + verb);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String[] words(String text) {
    return Words.of(text).toArray(String[]::new);
  }

  private String filled(String text) {
    String filled =
        text.replace("{port}", Integer.toString(database.port()))
            .replace("{name}", database.name());
    for (Map.Entry<String, String> entry : remembered.entrySet()) {
      filled = filled.replace("{" + entry.getKey() + "}", entry.getValue());
    }
    return filled;
  }

  private List<String> lines(CliRun.Result result) {
    List<String> lines = new ArrayList<>();
    shown(result.out()).lines().map(String::stripTrailing).forEach(lines::add);
    shown(result.err()).lines().map(line -> ("! " + line).stripTrailing()).forEach(lines::add);
    if (result.exitCode() != 0) {
      lines.add("exit " + result.exitCode());
    }
    return lines;
  }

  private String shown(String text) {
    return text.replace(folder.toString(), "$PWD").replace(home.toString(), "$HOME");
  }

  private List<String> sql(String sql) {
    if (sql.toLowerCase(java.util.Locale.ROOT).startsWith("select")) {
      return database.query(sql);
    }
    database.execute(sql);
    return List.of();
  }

  private List<String> environment(String settings) {
    for (String setting : Words.of(settings)) {
      int equals = setting.indexOf('=');
      retort = retort.with(setting.substring(0, equals), setting.substring(equals + 1));
    }
    return List.of();
  }

  private static List<String> list(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  private static List<String> delete(Path file) throws IOException {
    Files.delete(file);
    return List.of();
  }

  /** The sample project, as it is in the repository. */
  private List<String> sample() throws IOException {
    Path from = Path.of("db");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = folder.resolve(file.toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
    return List.of();
  }

  private List<String> move(List<String> names) throws IOException {
    Files.move(folder.resolve(names.get(0)), folder.resolve(names.get(1)));
    return List.of();
  }
}
