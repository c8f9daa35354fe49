/**
 * Two SQL texts against each other: two texts go in, what differs comes out line by line and word
 * by word, side by side or as one. What is compared is worked out in classes that know no toolkit.
 */
@NullMarked
package dev.retort.ui.widget.diff;

import org.jspecify.annotations.NullMarked;
