/** Tests. */
@NullMarked
package dev.retort.profile;

import org.jspecify.annotations.NullMarked;
