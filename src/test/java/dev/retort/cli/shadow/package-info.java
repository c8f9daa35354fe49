/** Tests. */
@NullMarked
package dev.retort.cli.shadow;

import org.jspecify.annotations.NullMarked;
