package dev.retort.execute.failure;

import dev.retort.execute.state.SessionInfo;
import java.time.Duration;
import java.util.LinkedHashMap;
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
            + holder.map(SessionInfo::displayWithQuery).orElse("a session that has just gone")
            + "; waited "
            + waited.toMillis()
            + " ms.",
        "Wait for it to end (lock-wait allows more time) and look at the plan again; nothing was"
            + " changed.",
        details(holder, waited));
    this.holder = holder;
  }

  private static Map<String, Object> details(Optional<SessionInfo> holder, Duration waited) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("waited_ms", waited.toMillis());
    holder.ifPresent(
        who -> {
          details.put("holder", who.display());
          details.put("process_id", who.processId());
          details.put("role", who.role());
          details.put("application", who.application());
          who.client().ifPresent(client -> details.put("client", client));
          who.since().ifPresent(since -> details.put("connected_since", since.toString()));
          who.query().ifPresent(query -> details.put("query", query));
        });
    return details;
  }

  /** Who held the lock when it was last looked at. */
  public Optional<SessionInfo> holder() {
    return holder;
  }
}
