/**
 * TOML files and the profiles in them: reading with every problem's line, and editing that leaves
 * the user's comments alone. {@code retort.toml} and the user's own {@code profiles.toml} have the
 * same {@code [profiles.NAME]} tables.
 */
@NullMarked
package dev.retort.profile.file;

import org.jspecify.annotations.NullMarked;
