/**
 * The one bridge between background work and the toolkit's thread. Work goes in as a value, its
 * result or failure comes out on the toolkit's thread. Nothing else in the client names a thread.
 */
@NullMarked
package dev.retort.ui.task;

import org.jspecify.annotations.NullMarked;
