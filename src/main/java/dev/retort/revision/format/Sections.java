package dev.retort.revision.format;

import dev.retort.revision.Script;
import dev.retort.revision.WayBack;
import java.util.Optional;

/**
 * What one file holds.
 *
 * @param upgrade the way forward, where the file may hold one
 * @param wayBack the way back; {@link WayBack.Missing} where the file says nothing
 * @param verify the queries at the upgrade's end
 */
public record Sections(Optional<Script> upgrade, WayBack wayBack, Optional<Script> verify) {}
