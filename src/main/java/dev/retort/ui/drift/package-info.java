/**
 * The chosen database held against its own revisions: how it differs from what its heads make, and
 * which revision it really matches. The database is read and nothing else; what would change it
 * leads to a plan's review.
 */
@NullMarked
package dev.retort.ui.drift;

import org.jspecify.annotations.NullMarked;
