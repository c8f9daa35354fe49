/** The client, tested on JavaFX's own headless platform. */
@NullMarked
package dev.retort.ui;

import org.jspecify.annotations.NullMarked;
