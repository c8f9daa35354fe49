package dev.retort.ui.editor;

import dev.retort.engine.Position;
import dev.retort.engine.Project;
import dev.retort.engine.edit.Drafts;
import dev.retort.ui.session.GitFacts;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/** What the editor has to know beside the file itself. Toolkit's thread. */
public interface EditorSource {

  /** The project as last read; a new one whenever its files have changed. */
  ObservableValue<Optional<Project>> project();

  /** Where the chosen database is, as far as that is known. */
  ObservableValue<Optional<Position>> position();

  /** The name of the profile of that database. */
  ObservableValue<Optional<String>> database();

  /** What Git knows of the files. */
  ObservableValue<GitFacts> git();

  /** Where texts that were not saved are kept. */
  Drafts drafts();
}
