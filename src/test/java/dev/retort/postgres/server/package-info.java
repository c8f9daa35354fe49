/** Tests. */
@NullMarked
package dev.retort.postgres.server;

import org.jspecify.annotations.NullMarked;
