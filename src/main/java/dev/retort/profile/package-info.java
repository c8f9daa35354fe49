/** Profiles, project configuration and secrets: which folder, which database, which rules. */
@NullMarked
package dev.retort.profile;

import org.jspecify.annotations.NullMarked;
