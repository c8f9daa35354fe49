/** The lanes held against those of JGit, which draws commits as Git clients on the JVM do. */
@NullMarked
package dev.retort.lanes.jgit;

import org.jspecify.annotations.NullMarked;
