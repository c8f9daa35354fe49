package dev.retort.ui.run;

import dev.retort.preview.SqlScript;
import dev.retort.preview.WayBackText;

/**
 * What is there to be read of a plan before it runs.
 *
 * @param title what and where: {@code Upgrade sandbox}
 * @param pending the script that will run, as the engine's preview writes it
 * @param wayBack what would undo it
 * @param asks what will be asked or set before it runs, in words
 */
public record Review(String title, SqlScript pending, WayBackText wayBack, String asks) {}
