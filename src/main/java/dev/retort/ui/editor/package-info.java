/**
 * The editor of one revision file: a file of the session's project comes in, it is written, checked
 * as if it were saved, and saved; what happens to the file on disk meanwhile is told and never
 * overwritten. The model holds no nodes, the view nothing else.
 */
@NullMarked
package dev.retort.ui.editor;

import org.jspecify.annotations.NullMarked;
