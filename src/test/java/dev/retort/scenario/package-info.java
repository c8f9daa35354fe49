/**
 * Readable text files that are run through the command line: see {@code Scenario} for their form.
 */
@NullMarked
package dev.retort.scenario;

import org.jspecify.annotations.NullMarked;
