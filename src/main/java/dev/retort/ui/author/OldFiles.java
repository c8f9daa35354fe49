package dev.retort.ui.author;

import dev.retort.engine.Project;
import dev.retort.engine.squash.SquashFiles;
import dev.retort.problem.RetortException;
import dev.retort.ui.session.ProjectSession;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Where the files of squashed revisions go: they are deleted, or moved to a folder that somebody
 * names. What is typed without a beginning is meant from the project's folder on. Toolkit's thread.
 */
public final class OldFiles {
  private final ProjectSession session;
  private final StringProperty folder = new SimpleStringProperty("");

  OldFiles(ProjectSession session) {
    this.session = session;
  }

  /** The folder as it is typed; empty where the files are to be deleted. */
  public StringProperty folderProperty() {
    return folder;
  }

  /** The folder they are moved to; none where they are deleted, or where it cannot be one. */
  Optional<Path> folder() {
    String typed = folder.get().strip();
    Optional<Project> project = session.projectProperty().get();
    if (typed.isEmpty() || project.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(project.get().root().resolve(typed).normalize());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Why it cannot be that folder; empty if it can. */
  String refusal() {
    Optional<Project> project = session.projectProperty().get();
    Optional<Path> chosen = folder();
    if (chosen.isEmpty() || project.isEmpty()) {
      return folder.get().isBlank() ? "" : "That is not the name of a folder.";
    }
    try {
      SquashFiles.requireOutside(project.get(), chosen.get());
      return "";
    } catch (RetortException within) {
      // The engine names both folders whole; here one is in sight, and there is little room.
      return "What is in "
          + session.shown(chosen.get())
          + " is read as revisions. Name a folder outside.";
    }
  }

  /** What becomes of them, as a title above their names. */
  String words() {
    String where =
        folder()
            .filter(kept -> refusal().isEmpty())
            .map(kept -> " TO " + session.shown(kept))
            .orElse("");
    return "THESE FILES GO" + where + ", AND THE ONE BELOW COMES";
  }
}
