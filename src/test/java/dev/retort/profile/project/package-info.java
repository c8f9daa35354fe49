/** Tests. */
@NullMarked
package dev.retort.profile.project;

import org.jspecify.annotations.NullMarked;
