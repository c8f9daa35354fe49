/** Tests. */
@NullMarked
package dev.retort.profile.resolve;

import org.jspecify.annotations.NullMarked;
