/** Tests of what scenarios cannot show: signals, colours, big and broken input. */
@NullMarked
package dev.retort.cli;

import org.jspecify.annotations.NullMarked;
