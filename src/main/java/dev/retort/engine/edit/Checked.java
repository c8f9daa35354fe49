package dev.retort.engine.edit;

import dev.retort.engine.Project;
import dev.retort.problem.Problem;
import dev.retort.revision.format.TextFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What would be wrong if a text were saved.
 *
 * @param here in the file itself, from its first line to its last
 * @param elsewhere in other files, because of it: what they have wrong already is left out
 */
public record Checked(List<Problem> here, List<Problem> elsewhere) {

  /** Copies the lists. */
  public Checked {
    here = List.copyOf(here);
    elsewhere = List.copyOf(elsewhere);
  }

  /** Nothing is wrong, or nothing is known. */
  public static Checked none() {
    return new Checked(List.of(), List.of());
  }

  /** Reads a file of a project as if it had this text. Blocks: the other files are read as well. */
  public static Checked of(Project project, Path path, String text) {
    TextFile file = new TextFile(path, text, false);
    List<Problem> here = new ArrayList<>();
    List<Problem> elsewhere = new ArrayList<>();
    Set<Problem> known = Set.copyOf(project.problems());
    for (Problem problem : project.problemsWith(file)) {
      if (problem.file().filter(file::isAt).isPresent()) {
        here.add(problem);
      } else if (!known.contains(problem)) {
        elsewhere.add(problem);
      }
    }
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      here.add(
          Problem.error(
              "nul-character",
              "The file holds a NUL character, which PostgreSQL does not accept.",
              "Remove it.",
              path,
              (int) text.substring(0, nul).chars().filter(c -> c == '\n').count() + 1));
    }
    here.sort(Comparator.comparingInt(Problem::line).thenComparing(Problem::severity));
    return new Checked(here, elsewhere);
  }
}
