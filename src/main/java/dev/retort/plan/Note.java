package dev.retort.plan;

import dev.retort.revision.RevisionId;
import java.util.Optional;

/**
 * Something the reader of a plan should know, in words: an unusual consequence of the target, a
 * {@code BEGIN} that was left out, a downgrade that is missing.
 *
 * @param code stable, in kebab case
 * @param text one or two sentences
 * @param revision the step it is about, if it is about one
 */
public record Note(String code, String text, Optional<RevisionId> revision) {}
