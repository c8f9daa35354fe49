package dev.retort.engine.seen;

import java.util.Optional;

/**
 * A section whose text is no longer the one that a database last saw.
 *
 * @param last when and how it last saw it
 * @param before the text it saw; empty where it was too long to be kept
 * @param now the text in the file
 */
public record Changed(Sighting last, Optional<String> before, String now) {}
