package dev.retort.execute;

import dev.retort.revision.RevisionId;
import java.time.Duration;
import java.util.List;

/**
 * A run that ended well.
 *
 * @param headsAfter the rows of the version table now, sorted
 */
public record RunResult(int steps, int statements, Duration took, List<RevisionId> headsAfter) {}
