/**
 * Passwords and where they are kept. The order of look-up: what the connection string or its
 * service says, {@code PGPASSWORD}, the operating system's key ring, {@code .pgpass}, and when the
 * server has asked for one that none of these has, the user.
 */
@NullMarked
package dev.retort.profile.secret;

import org.jspecify.annotations.NullMarked;
