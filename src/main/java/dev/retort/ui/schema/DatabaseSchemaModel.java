package dev.retort.ui.schema;

import dev.retort.engine.Connection;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.task.Background;
import dev.retort.ui.task.Inquiry;
import java.util.Optional;

/** The schema of the chosen database as it is now. The database is read and nothing else. */
public final class DatabaseSchemaModel {
  private final ProjectSession session;
  private final Inquiry<SchemaAt> inquiry;
  private boolean open;

  /** Asks nothing yet. */
  public DatabaseSchemaModel(ProjectSession session, Background background) {
    this.session = session;
    this.inquiry = new Inquiry<>(background);
    session.connectionProperty().addListener((observable, before, now) -> moved());
    session.positionProperty().addListener((observable, before, now) -> moved());
  }

  private void moved() {
    if (open) {
      look();
    } else {
      inquiry.forget();
    }
  }

  /** It is on the screen from now on: asks, unless it has an answer. */
  public void begin() {
    open = true;
    if (inquiry.stateProperty().get() instanceof Inquiry.Idle<SchemaAt>) {
      look();
    }
  }

  /** It is on the screen no more. */
  public void leave() {
    open = false;
  }

  /** Reads the schema, again if need be. */
  void look() {
    Optional<Connection> connection = session.connectionProperty().get();
    if (connection.isEmpty()) {
      inquiry.forget();
      return;
    }
    Connection at = connection.get();
    inquiry.ask(
        "Reading the schema of " + at.profile().name() + "…",
        (progress, cancellation) -> SchemaAt.of(at.schema()));
  }

  /** The question. */
  Inquiry<SchemaAt> inquiry() {
    return inquiry;
  }

  /** What is looked at, in words. */
  String title() {
    return session
        .connectionProperty()
        .get()
        .map(one -> "Schema of " + one.profile().name() + " now")
        .orElse("Schema");
  }
}
