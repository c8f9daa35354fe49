/**
 * What is known of a database and of what goes on in it, as values: {@link
 * dev.retort.execute.state.DatabaseState} and its parts. Nothing here touches a database.
 */
@NullMarked
package dev.retort.execute.state;

import org.jspecify.annotations.NullMarked;
