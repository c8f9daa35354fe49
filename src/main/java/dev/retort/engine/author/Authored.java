package dev.retort.engine.author;

import dev.retort.engine.Project;
import dev.retort.revision.RevisionId;
import java.nio.file.Path;

/**
 * A revision that was written.
 *
 * @param project the project as it is with it
 */
public record Authored(RevisionId id, Path file, Project project) {}
