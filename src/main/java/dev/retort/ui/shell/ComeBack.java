package dev.retort.ui.shell;

import dev.retort.engine.Connection;
import dev.retort.ui.session.ProjectSession;
import dev.retort.ui.session.Trouble;
import dev.retort.ui.widget.notice.Notice;
import dev.retort.ui.widget.notice.Notices;
import java.util.Optional;

/** Says so when a database that was out of reach answers again. */
final class ComeBack {
  private final ProjectSession session;
  private final Notices notices;
  private Optional<String> away = Optional.empty();

  private ComeBack(ProjectSession session, Notices notices) {
    this.session = session;
    this.notices = notices;
  }

  /** Watches a session from now on. */
  static void watch(ProjectSession session, Notices notices) {
    ComeBack watch = new ComeBack(session, notices);
    session.databaseTroubleProperty().addListener((observable, before, now) -> watch.trouble(now));
    session.positionProperty().addListener((observable, before, now) -> watch.look());
  }

  private void trouble(Optional<Trouble> now) {
    // What a person has put right, such as a password, is no news to them.
    if (now.filter(Trouble::mayPass).isPresent()) {
      away = profile();
    }
  }

  private void look() {
    if (away.isEmpty() || session.positionProperty().get().isEmpty()) {
      return;
    }
    if (away.equals(profile())) {
      notices.post(new Notice(Notice.Kind.NEWS, away.get() + " answers again", ""));
    }
    away = Optional.empty();
  }

  private Optional<String> profile() {
    return session.connectionProperty().get().map(Connection::profile).map(one -> one.name());
  }
}
