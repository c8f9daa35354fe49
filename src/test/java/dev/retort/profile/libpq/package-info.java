/** Tests. */
@NullMarked
package dev.retort.profile.libpq;

import org.jspecify.annotations.NullMarked;
