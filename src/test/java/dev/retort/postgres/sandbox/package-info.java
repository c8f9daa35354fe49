/** Tests. */
@NullMarked
package dev.retort.postgres.sandbox;

import org.jspecify.annotations.NullMarked;
