/** Profiles in the client: models tested without the toolkit. */
@NullMarked
package dev.retort.ui.profile;

import org.jspecify.annotations.NullMarked;
