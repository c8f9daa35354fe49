/**
 * Shadow databases: throwaway databases that revisions are replayed in, to see what schema they
 * lead to. {@link dev.retort.shadow.Replay} is the way in; {@link dev.retort.shadow.ShadowServer}
 * is the port that a server comes in by.
 *
 * <p>What was replayed once is known by a hash over all that led there, and is not replayed again.
 */
@NullMarked
package dev.retort.shadow;

import org.jspecify.annotations.NullMarked;
