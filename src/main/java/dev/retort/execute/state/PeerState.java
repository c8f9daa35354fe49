package dev.retort.execute.state;

/** What another session of the server's is doing. */
public enum PeerState {
  /** There is no such session, or not any more. Whatever it had not committed is undone. */
  GONE,
  /** It waits for its client, in a transaction or not. */
  IDLE,
  /** It runs a statement; or the server does not tell. */
  WORKING
}
