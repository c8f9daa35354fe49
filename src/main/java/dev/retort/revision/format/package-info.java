/**
 * One revision file: its encoding, its header, its marks and sections, and what must hold in each.
 * Knows nothing of the folder around it.
 */
@NullMarked
package dev.retort.revision.format;

import org.jspecify.annotations.NullMarked;
