package dev.retort.ui.run;

import dev.retort.preview.SqlScript;
import dev.retort.preview.WayBackText;
import dev.retort.profile.Environment;

/**
 * What is there to be read of a plan before it runs.
 *
 * @param title what and where: {@code Upgrade sandbox}
 * @param place where it would run
 * @param pending the script that will run, as the engine's preview writes it
 * @param wayBack what would undo it
 * @param asks what will be asked or set before it runs, in words
 */
public record Review(
    String title, Place place, SqlScript pending, WayBackText wayBack, String asks) {

  /** The database that is meant, by its profile's environment and its own name. */
  public record Place(Environment environment, String database) {}
}
