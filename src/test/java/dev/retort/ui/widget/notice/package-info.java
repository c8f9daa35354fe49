/** Tests of the board of notices and its cards. */
@NullMarked
package dev.retort.ui.widget.notice;

import org.jspecify.annotations.NullMarked;
