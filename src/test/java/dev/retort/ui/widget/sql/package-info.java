/** Tests of SQL to be read. */
@NullMarked
package dev.retort.ui.widget.sql;

import org.jspecify.annotations.NullMarked;
