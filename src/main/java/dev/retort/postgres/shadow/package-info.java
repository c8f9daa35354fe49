/**
 * Shadow databases on a PostgreSQL server: an embedded one, or one that the user names. {@link
 * dev.retort.postgres.shadow.PostgresShadow} is the way in.
 *
 * <p>Databases have names and comments by which they are known for shadows. One that is worked in
 * is held by a lock that ends with its process, so that the next process finds and drops what a
 * killed one has left. One that is kept has its content's hash for a name, and takes no
 * connections.
 */
@NullMarked
package dev.retort.postgres.shadow;

import org.jspecify.annotations.NullMarked;
