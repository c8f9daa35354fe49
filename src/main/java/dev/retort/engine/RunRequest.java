package dev.retort.engine;

import dev.retort.execute.RunOptions;
import dev.retort.profile.Confirmation;

/**
 * How a plan is to be run.
 *
 * @param confirmation what the user has said in favour of it
 */
public record RunRequest(Confirmation confirmation, RunOptions options) {}
