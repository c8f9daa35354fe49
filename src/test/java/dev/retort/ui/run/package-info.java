/** Review and run, tested without the toolkit. */
@NullMarked
package dev.retort.ui.run;

import org.jspecify.annotations.NullMarked;
