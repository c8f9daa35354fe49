/**
 * Notices when a project's files change on disk. A project that was read goes in; a call comes out
 * once the changes have settled, and whoever is called reads the project again.
 */
@NullMarked
package dev.retort.engine.watch;

import org.jspecify.annotations.NullMarked;
