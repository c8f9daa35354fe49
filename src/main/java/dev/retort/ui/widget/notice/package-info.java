/**
 * What has happened while somebody looked elsewhere, said in a corner of the window for a while:
 * features post a notice, the shell shows the board.
 */
@NullMarked
package dev.retort.ui.widget.notice;

import org.jspecify.annotations.NullMarked;
