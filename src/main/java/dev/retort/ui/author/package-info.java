/**
 * Writes revision files from the client: a new revision, a merge of several heads, one of many,
 * other parents for revisions that are nowhere applied. What would be written is shown before it
 * is; what was written is named afterwards, and that is all there is to undo.
 */
@NullMarked
package dev.retort.ui.author;

import org.jspecify.annotations.NullMarked;
