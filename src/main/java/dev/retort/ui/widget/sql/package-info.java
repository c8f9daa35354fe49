/**
 * SQL to be read: a text goes in, however long; lines in colours, numbered, foldable and searchable
 * come out. What is lexed and searched is worked out in the background, what is coloured is what
 * can be seen.
 */
@NullMarked
package dev.retort.ui.widget.sql;

import org.jspecify.annotations.NullMarked;
