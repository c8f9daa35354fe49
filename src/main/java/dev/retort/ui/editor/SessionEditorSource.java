package dev.retort.ui.editor;

import dev.retort.engine.Position;
import dev.retort.engine.Project;
import dev.retort.engine.edit.Drafts;
import dev.retort.ui.session.GitFacts;
import dev.retort.ui.session.ProjectSession;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/** The project and database of a session. */
public final class SessionEditorSource implements EditorSource {
  private final ProjectSession session;
  private final ObservableValue<Optional<String>> database;

  /** What a session looks at. */
  public SessionEditorSource(ProjectSession session) {
    this.session = session;
    this.database =
        session.connectionProperty().map(chosen -> chosen.map(one -> one.profile().name()));
  }

  @Override
  public ObservableValue<Optional<Project>> project() {
    return session.projectProperty();
  }

  @Override
  public ObservableValue<Optional<Position>> position() {
    return session.positionProperty();
  }

  @Override
  public ObservableValue<Optional<String>> database() {
    return database;
  }

  @Override
  public ObservableValue<GitFacts> git() {
    return session.git().factsProperty();
  }

  @Override
  public Drafts drafts() {
    return new Drafts(session.retort().folders().data().resolve("drafts"));
  }
}
