/**
 * The embedded PostgreSQL: started on demand, shared between processes, stopped when nobody uses
 * it. One server is the sandbox; {@link dev.retort.postgres.server.ShadowServers} are throwaway.
 *
 * <p>{@link dev.retort.postgres.server.EmbeddedServer#attach} is the way in. Every process that
 * uses the server holds a FIFO open for as long as it lives; a small shell script, {@code
 * supervisor.sh}, is the server's parent and stops it when the FIFO's other end is gone. Starting
 * is serialised by a file lock. Any process may be killed at any moment: the system lets go of
 * locks and FIFOs, a cluster is made under another name and renamed, and the next to come finds out
 * what is left by looking at processes, not at files alone.
 *
 * <p>A throwaway server syncs nothing to disk while it runs. When it has ended properly the script
 * has its data synced and says so in a file beside them; data without that file are made anew.
 */
@NullMarked
package dev.retort.postgres.server;

import org.jspecify.annotations.NullMarked;
