/**
 * The log of runs and stamps made on this machine: who, when, where, from, to, digest, how long,
 * how it ended. JSON lines under the data folder; never a secret.
 */
@NullMarked
package dev.retort.engine.journal;

import org.jspecify.annotations.NullMarked;
