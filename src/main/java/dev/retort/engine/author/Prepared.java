package dev.retort.engine.author;

import dev.retort.revision.Revision;
import java.nio.file.Path;
import java.time.ZonedDateTime;

/**
 * A revision that is ready to be written, and is in no file yet.
 *
 * @param created the time in its file's name
 * @param folder where its file will be
 */
public record Prepared(Revision revision, ZonedDateTime created, Path folder) {}
