package dev.retort.profile.project;

import dev.retort.profile.ProfileException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the project and reads its configuration.
 *
 * <p>The nearest folder counts, and in one folder {@code retort.toml} comes before {@code
 * db/retort.toml}, and that before {@code alembic.ini}. Where no folder has any of them, the folder
 * started from is a project itself if it holds a revision: an SQL file whose name begins with a
 * number, or that has a header or a mark.
 */
public final class ProjectLoader {
  private static final String TOML = "retort.toml";
  private static final String INI = "alembic.ini";
  private static final String SQL = ".sql";

  /** So much of a file is looked at: a header is not further down. */
  private static final int TOP = 1 << 14;

  private static final Pattern REVISION =
      Pattern.compile(
          "(?im)^(?:\u00EF\u00BB\u00BF)?\\s*--\\s*(?:(?:Revision"
              + " ID|Revises)\\s*:|@upgrade\\b|migrate:up\\b|\\+goose Up\\b)");

  private ProjectLoader() {}

  /**
   * The project of a folder or of one above it.
   *
   * @throws ProfileException if there is none; problems in its files are not thrown but reported
   */
  public static ProjectConfig find(Path current) {
    Path start = current.toAbsolutePath().normalize();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      Optional<ProjectConfig> project = configured(folder);
      if (project.isPresent()) {
        return project.get();
      }
    }
    return bare(start)
        .orElseThrow(
            () ->
                noProject(
                    "There is no retort.toml, db/retort.toml or alembic.ini in "
                        + start
                        + " or in a folder above it, and no revision files are here."));
  }

  /**
   * The project of exactly this folder, or of this {@code retort.toml} or {@code alembic.ini}: what
   * {@code -C} means.
   *
   * @throws ProfileException if there is none
   */
  public static ProjectConfig in(Path directory) {
    Path place = directory.toAbsolutePath().normalize();
    if (Files.isRegularFile(place)) {
      return file(place)
          .orElseThrow(() -> noProject(place + " is neither a retort.toml nor an alembic.ini."));
    }
    if (!Files.isDirectory(place)) {
      throw new ProfileException(
          "no-such-folder",
          "There is no folder " + place + ".",
          "Check what -C was given.",
          Map.of("directory", place.toString()));
    }
    return configured(place)
        .or(() -> bare(place))
        .orElseThrow(
            () ->
                noProject(
                    "There is no retort.toml, db/retort.toml or alembic.ini in "
                        + place
                        + ", and no revision files."));
  }

  private static Optional<ProjectConfig> configured(Path folder) {
    return Stream.of(folder.resolve(TOML), folder.resolve("db").resolve(TOML), folder.resolve(INI))
        .filter(Files::isRegularFile)
        .findFirst()
        .flatMap(ProjectLoader::file);
  }

  private static Optional<ProjectConfig> file(Path file) {
    String name = String.valueOf(file.getFileName());
    if (name.equals(INI)) {
      return Optional.of(AlembicProject.read(file));
    }
    return name.endsWith(".toml") ? Optional.of(RetortProject.read(file)) : Optional.empty();
  }

  private static Optional<ProjectConfig> bare(Path folder) {
    return holdsRevisions(folder) ? Optional.of(RetortProject.bare(folder)) : Optional.empty();
  }

  /**
   * Whether a revision is here, or a folder of one: scratch files and dumps make no project. One is
   * enough, for then what is wrong with the others is to be said.
   */
  private static boolean holdsRevisions(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> unnumbered = new ArrayList<>();
      for (Path entry : (Iterable<Path>) entries::iterator) {
        String name = String.valueOf(entry.getFileName());
        boolean sql = name.endsWith(SQL);
        if (sql ? Character.isDigit(name.charAt(0)) : holdsOne(entry)) {
          return true;
        }
        if (sql && !name.startsWith(".")) {
          unnumbered.add(entry);
        }
      }
      return unnumbered.stream().anyMatch(ProjectLoader::looksLikeRevision);
    } catch (IOException | UncheckedIOException e) {
      throw new ProfileException(
          "unreadable-folder", folder + " cannot be read.", "Check its permissions.", e);
    }
  }

  private static boolean holdsOne(Path folder) {
    return Files.isRegularFile(folder.resolve("up.sql"));
  }

  /** Whether a file has a line of a header or a mark near its top, well-formed or not. */
  private static boolean looksLikeRevision(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      // Whatever the encoding: what is looked for is the same in all that begin as ASCII does.
      return REVISION.matcher(new String(in.readNBytes(TOP), StandardCharsets.ISO_8859_1)).find();
    } catch (IOException e) {
      return false;
    }
  }

  private static ProfileException noProject(String message) {
    return new ProfileException(
        "no-project",
        message,
        "Go to the project's folder, name it with -C, or make one: retort init DIR.");
  }
}
