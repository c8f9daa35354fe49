package dev.retort.graph.target;

import dev.retort.revision.RevisionId;
import java.util.Optional;

/**
 * What a downgrade leads to.
 *
 * @param label the branch it keeps to, as typed, or the row a bare {@code -1} was counted from
 * @param revision where it ends; empty for base
 * @param fromFirstOfSeveralRows whether steps were counted from the first of several rows
 */
public record DowngradeTarget(
    Optional<String> label, Optional<RevisionId> revision, boolean fromFirstOfSeveralRows) {}
