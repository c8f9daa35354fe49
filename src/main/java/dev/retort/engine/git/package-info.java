/**
 * What Git knows of a project's revision files: a folder goes in; for each file who brought it, who
 * changed it last, and whether it is committed come out. Reads the repository and never writes it.
 */
@NullMarked
package dev.retort.engine.git;

import org.jspecify.annotations.NullMarked;
