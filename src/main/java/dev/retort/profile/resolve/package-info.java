/**
 * Which connection a command uses, and why: the profiles of the project and the user's own, the
 * command line's wishes and the environment in, one {@link dev.retort.profile.Profile} out.
 */
@NullMarked
package dev.retort.profile.resolve;

import org.jspecify.annotations.NullMarked;
