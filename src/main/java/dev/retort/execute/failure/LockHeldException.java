package dev.retort.execute.failure;

import dev.retort.execute.state.SessionInfo;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Another run holds the lock and did not let go of it in time. */
public final class LockHeldException extends RunRefusedException {
  private static final long serialVersionUID = 1L;

  private final transient Optional<SessionInfo> holder;

  /** A lock that was not had after some waiting. */
  public LockHeldException(Optional<SessionInfo> holder, Duration waited) {
    super(
        "lock-held",
        "Another run is under way on this database, held by "
            + holder.map(SessionInfo::display).orElse("a session that has just gone")
            + "; waited "
            + waited.toMillis()
            + " ms.",
        "Wait for it to end and look at the plan again; nothing was changed.",
        holder
            .<Map<String, Object>>map(
                who -> Map.of("holder", who.display(), "process_id", who.processId()))
            .orElseGet(Map::of));
    this.holder = holder;
  }

  /** Who held the lock when it was last looked at. */
  public Optional<SessionInfo> holder() {
    return holder;
  }
}
