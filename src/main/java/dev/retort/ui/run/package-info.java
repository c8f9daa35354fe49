/** Reviewing a plan and running it: the pending SQL, what happens while it runs, how it ended. */
@NullMarked
package dev.retort.ui.run;

import org.jspecify.annotations.NullMarked;
