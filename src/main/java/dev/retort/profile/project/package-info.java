/**
 * Which folder is the project, and what its configuration says: {@code retort.toml}, an existing
 * {@code alembic.ini}, or nothing but a folder of SQL files. {@link
 * dev.retort.profile.project.ProjectLoader} comes first.
 */
@NullMarked
package dev.retort.profile.project;

import org.jspecify.annotations.NullMarked;
