package dev.retort.profile.project;

import dev.retort.problem.Problem;
import dev.retort.profile.Environment;
import dev.retort.profile.ProfileException;
import dev.retort.profile.RunLimits;
import dev.retort.profile.file.ProfileDefinition;
import dev.retort.profile.file.TextFile;
import dev.retort.profile.project.IniFile.Value;
import dev.retort.profile.project.Migrations.RevisionIds;
import dev.retort.profile.project.Migrations.Scope;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads an {@code alembic.ini} as Alembic 1.18 does. The version table's name is in the project's
 * {@code env.py}, which nobody but Python can read, so it is the default here.
 */
final class AlembicProject {
  private static final String SECTION = "alembic";

  private final Path file;
  private final Path root;
  private final IniFile ini;
  private final List<Problem> problems;

  private AlembicProject(Path file, Path root, IniFile ini, List<Problem> problems) {
    this.file = file;
    this.root = root;
    this.ini = ini;
    this.problems = problems;
  }

  static ProjectConfig read(Path file) {
    Path root = file.toAbsolutePath().normalize().getParent();
    if (root == null) {
      throw new IllegalArgumentException(file + " is in no folder");
    }
    List<Problem> problems = new ArrayList<>();
    String text = TextFile.read(file, problems).orElse("");
    IniFile ini = new IniFile(file, text, Map.of("here", root.toString()), problems);
    return new AlembicProject(file, root, ini, problems).read();
  }

  private ProjectConfig read() {
    Migrations migrations =
        new Migrations(
            locations(),
            List.of(),
            Migrations.VERSION_TABLE,
            Optional.empty(),
            ini.get(SECTION, "file_template")
                .flatMap(value -> FileTemplate.translate(value.text()))
                .orElse(Migrations.FILE_NAME),
            RevisionIds.HEX,
            root.resolve(Migrations.SCHEMA),
            RunLimits.NONE,
            Scope.PER_REVISION);
    List<ProfileDefinition> profiles = profiles();
    return new ProjectConfig(
        root, ProjectConfig.Kind.ALEMBIC, Optional.of(file), migrations, profiles, problems);
  }

  private List<Path> locations() {
    Optional<Value> script = ini.get(SECTION, "script_location").filter(v -> !v.text().isEmpty());
    if (script.isEmpty()) {
      problem(
          "missing-setting",
          "There is no script_location in [alembic].",
          "Name the folder with env.py and versions.",
          0);
      return List.of(root);
    }
    Path versions = path(script.get().text()).resolve("versions");
    Optional<Value> named = ini.get(SECTION, "version_locations").filter(v -> !v.text().isBlank());
    List<Path> locations =
        named
            .map(value -> split(value.text()).stream().map(this::path).toList())
            .filter(paths -> !paths.isEmpty())
            .orElse(List.of(versions));
    int line = named.or(() -> script).map(Value::line).orElse(0);
    locations.stream()
        .filter(location -> !Files.isDirectory(location))
        .forEach(
            missing ->
                problem(
                    "missing-path", "There is no folder " + missing + ".", "Correct it.", line));
    return locations;
  }

  /** How several locations are told apart: {@code path_separator}, or its older name, or spaces. */
  private List<String> split(String text) {
    String separator =
        ini.get(SECTION, "path_separator")
            .or(() -> ini.get(SECTION, "version_path_separator"))
            .map(Value::text)
            .orElse("");
    String pattern =
        switch (separator) {
          case "os" -> java.util.regex.Pattern.quote(java.io.File.pathSeparator);
          case "space", "" -> separator.isEmpty() ? ", *|\\s+" : "\\s+";
          case "newline" -> "\n";
          default -> java.util.regex.Pattern.quote(separator);
        };
    return Arrays.stream(text.split(pattern)).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  /** A path, or {@code package:folder} as Alembic also takes it. */
  private Path path(String text) {
    try {
      Path direct = root.resolve(text).normalize();
      int colon = text.indexOf(':');
      if (colon > 1 && !Files.exists(direct)) {
        return root.resolve(text.substring(0, colon).replace('.', '/'))
            .resolve(text.substring(colon + 1))
            .normalize();
      }
      return direct;
    } catch (InvalidPathException e) {
      return root;
    }
  }

  private List<ProfileDefinition> profiles() {
    List<ProfileDefinition> profiles = new ArrayList<>();
    for (String section : ini.sections()) {
      ini.get(section, "sqlalchemy.url")
          .flatMap(url -> profile(section, url))
          .ifPresent(profiles::add);
    }
    return profiles;
  }

  private Optional<ProfileDefinition> profile(String section, Value url) {
    try {
      return SqlAlchemyUrl.parse(url.text())
          .map(
              options ->
                  new ProfileDefinition(
                      section, Environment.DEVELOPMENT, false, options, file, url.line()));
    } catch (ProfileException e) {
      problems.add(
          Problem.warning(
              "bad-profile", "sqlalchemy.url: " + e.message(), e.hint(), file, url.line()));
      return Optional.empty();
    }
  }

  private void problem(String code, String message, String hint, int line) {
    problems.add(Problem.error(code, message, hint, file, line));
  }
}
