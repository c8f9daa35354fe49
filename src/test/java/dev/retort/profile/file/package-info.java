/** Tests. */
@NullMarked
package dev.retort.profile.file;

import org.jspecify.annotations.NullMarked;
