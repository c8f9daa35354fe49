/** Tests. */
@NullMarked
package dev.retort.postgres.shadow;

import org.jspecify.annotations.NullMarked;
