/** Tests. */
@NullMarked
package dev.retort.profile.secret;

import org.jspecify.annotations.NullMarked;
