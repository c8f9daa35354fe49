/**
 * What lies between the driver and the network: Unix sockets, and a filter that keeps the driver
 * from setting the session's time zone to the client's.
 *
 * <p>The driver always sends the JVM's time zone when it connects, and there is no way back to the
 * server's own: to {@code RESET}, what came in the first packet is the default. But {@code now()},
 * a {@code timestamp} that becomes a {@code timestamptz}, or a date taken from one all depend on
 * it, and a migration must do the same from every machine, and the same as under psql or Alembic.
 * So the setting is taken out of the packet.
 */
@NullMarked
package dev.retort.postgres.socket;

import org.jspecify.annotations.NullMarked;
