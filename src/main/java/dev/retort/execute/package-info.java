/**
 * Stage 5: runs a plan. Owns the ports {@link dev.retort.execute.Session} and {@link
 * dev.retort.execute.VersionStore}, reports {@link dev.retort.execute.RunEvent}s; does no planning.
 */
@NullMarked
package dev.retort.execute;

import org.jspecify.annotations.NullMarked;
