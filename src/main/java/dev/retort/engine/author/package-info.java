/**
 * Writing revision files: new ones, merges, other parents for existing ones, whole new projects.
 * What was written is read again, and taken back where it broke the project.
 */
@NullMarked
package dev.retort.engine.author;

import org.jspecify.annotations.NullMarked;
