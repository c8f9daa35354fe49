/** Tests. */
@NullMarked
package dev.retort.profile.url;

import org.jspecify.annotations.NullMarked;
