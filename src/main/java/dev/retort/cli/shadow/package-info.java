/** Commands that look at schemas by way of a shadow database. */
@NullMarked
package dev.retort.cli.shadow;

import org.jspecify.annotations.NullMarked;
