/** The desktop client. */
@NullMarked
package dev.retort.ui;

import org.jspecify.annotations.NullMarked;
