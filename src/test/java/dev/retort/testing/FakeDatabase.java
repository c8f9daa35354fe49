package dev.retort.testing;

import dev.retort.execute.Cancellation;
import dev.retort.execute.Database;
import dev.retort.execute.RunOptions;
import dev.retort.execute.failure.ConnectionFailedException;
import dev.retort.execute.state.DatabaseState;
import dev.retort.execute.state.PeerState;
import dev.retort.execute.state.ServerInfo;
import dev.retort.execute.state.SessionInfo;
import dev.retort.plan.Traces;
import dev.retort.revision.RevisionId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A database without a server, for the executor's own logic: a journal of what was asked of it, a
 * version table in memory, and failures on demand. For one thread.
 */
public final class FakeDatabase implements Database {
  private final List<String> journal = new ArrayList<>();
  private final Map<String, Deque<Runnable>> reactions = new HashMap<>();
  private final InMemoryVersionStore versions;
  private FakeSession session = new FakeSession(this);
  private Optional<SessionInfo> lockHolder = Optional.empty();
  private Runnable afterCommit = () -> {};
  private boolean reachable = true;
  private PeerState peer = PeerState.GONE;
  private ServerInfo server =
      new ServerInfo("18.0", 180000, "fake", "me", true, false, false, 42, Duration.ZERO);

  private FakeDatabase(boolean tableExists, List<RevisionId> heads) {
    this.versions = new InMemoryVersionStore(this, tableExists, heads);
  }

  /** A database whose version table holds these rows. */
  public static FakeDatabase at(String... heads) {
    return new FakeDatabase(true, Arrays.stream(heads).map(RevisionId::new).toList());
  }

  /** A database without a version table. */
  public static FakeDatabase empty() {
    return new FakeDatabase(false, List.of());
  }

  /** Does something, throwing included, the next time an action comes up. */
  public FakeDatabase when(String action, Runnable reaction) {
    reactions.computeIfAbsent(action, key -> new ArrayDeque<>()).add(reaction);
    return this;
  }

  /** Does something, throwing included, right after a commit took effect. */
  public FakeDatabase afterCommit(Runnable reaction) {
    afterCommit = reaction;
    return this;
  }

  /** Lets another session hold the lock, or nobody. */
  public void heldBy(Optional<SessionInfo> holder) {
    lockHolder = holder;
  }

  /** Changes what the server says of itself. */
  public void server(ServerInfo info) {
    server = info;
  }

  /** What the session of a broken connection is found to do. */
  public void peer(PeerState state) {
    peer = state;
  }

  PeerState peer() {
    return peer;
  }

  /** Whether new connections can be made. */
  public void reachable(boolean yes) {
    reachable = yes;
  }

  /** What was asked of it, in order: actions by name, statements by their text. */
  public List<String> journal() {
    return journal;
  }

  /** Its version table. */
  public InMemoryVersionStore versions() {
    return versions;
  }

  ServerInfo server() {
    return server;
  }

  FakeSession session() {
    return session;
  }

  Optional<SessionInfo> lockHolder() {
    return lockHolder;
  }

  void act(String action) {
    note(action);
    Deque<Runnable> waiting = reactions.get(action);
    if (waiting != null && !waiting.isEmpty()) {
      waiting.poll().run();
    }
  }

  void note(String action) {
    journal.add(action);
  }

  void afterCommit() {
    afterCommit.run();
  }

  @Override
  public Connected connect(RunOptions options, Cancellation cancellation) {
    note("connect");
    if (!reachable) {
      throw new ConnectionFailedException(
          "connection-refused", "Nothing answers.", "", "fake", null);
    }
    session = new FakeSession(this);
    return new Connected(session, versions);
  }

  @Override
  public DatabaseState state() {
    return new DatabaseState(server, versions.read(), lockHolder, Traces.none());
  }
}
