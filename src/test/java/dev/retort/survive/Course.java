package dev.retort.survive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Revisions of all kinds, with branches that merge again; made from a seed. One head. */
final class Course {
  private final Map<String, Migration> migrations = new LinkedHashMap<>();

  private Course() {}

  /**
   * Makes one.
   *
   * @param kinds one after the other, each at least once if there is room
   */
  static Course of(int size, List<Kinds> kinds, Random random) {
    Course course = new Course();
    List<String> heads = List.of();
    while (course.migrations.size() < size) {
      boolean room = course.migrations.size() + 3 <= size;
      if (heads.size() == 1 && room && random.nextInt(8) == 0) {
        heads = List.of(course.add(kinds, heads), course.add(kinds, heads));
      } else if (heads.size() == 2
          && course.migrations.size() + 1 < size
          && random.nextInt(3) > 0) {
        int arm = random.nextInt(2);
        String longer = course.add(kinds, List.of(heads.get(arm)));
        heads = List.of(longer, heads.get(1 - arm));
      } else {
        heads = List.of(course.add(kinds, heads));
      }
    }
    return course;
  }

  /** The id of a revision; 0 is the first. */
  String id(int number) {
    return String.format("%04d", number + 1);
  }

  private String add(List<Kinds> kinds, List<String> downs) {
    int number = migrations.size();
    String id = id(number);
    migrations.put(id, kinds.get(number % kinds.size()).make(id, downs));
    return id;
  }

  int size() {
    return migrations.size();
  }

  Collection<Migration> all() {
    return migrations.values();
  }

  Optional<Migration> find(String id) {
    return Optional.ofNullable(migrations.get(id));
  }

  /**
   * Writes the files.
   *
   * @param settings more lines for the project's own file
   */
  void write(Path folder, String settings) {
    try {
      Path files = Files.createDirectories(folder.resolve("migrations"));
      Files.writeString(
          folder.resolve("retort.toml"), "[migrations]\nlocations = [\"migrations\"]\n" + settings);
      for (Migration migration : all()) {
        Files.writeString(files.resolve(migration.fileName()), migration.text());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The heads and all they stand on, oldest first. */
  List<Migration> inEffect(Collection<String> heads) {
    Set<String> wanted = new HashSet<>(heads);
    List<Migration> found = new ArrayList<>();
    for (Migration migration : new ArrayList<>(all()).reversed()) {
      if (wanted.contains(migration.id())) {
        wanted.addAll(migration.downs());
        found.addFirst(migration);
      }
    }
    return found;
  }

  /** What is in effect after a command that went all the way, of what was before, as ids. */
  Set<String> inEffectAfter(List<String> command, Collection<String> heads) {
    Set<String> ids = new HashSet<>();
    inEffect(heads).forEach(migration -> ids.add(migration.id()));
    String target = command.getLast();
    if (target.equals("head")) {
      ids.addAll(migrations.keySet());
    } else if (target.equals("base")) {
      ids.clear();
    } else {
      Set<String> above = new HashSet<>(Set.of(target));
      for (Migration migration : all()) {
        if (migration.downs().stream().anyMatch(above::contains)) {
          above.add(migration.id());
        }
      }
      above.remove(target);
      ids.removeAll(above);
    }
    return ids;
  }

  /** What the catalog shows where these are the heads. */
  Set<String> traces(Collection<String> heads) {
    Set<String> traces = Set.of();
    for (Migration migration : inEffect(heads)) {
      traces = migration.up().after(traces);
    }
    return traces;
  }
}
