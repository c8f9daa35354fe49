/**
 * Connection strings in, {@link dev.retort.profile.ConnectionSettings} out: libpq's URIs and
 * key/value strings and the driver's JDBC URLs are read into {@link
 * dev.retort.profile.url.ConnectionOptions}, which speak libpq's language; {@link
 * dev.retort.profile.url.SettingsMaker} then says the same in the driver's.
 *
 * <p>Nothing here looks at the environment or at files, apart from certificates in libpq's own
 * folder; defaults are filled in between the two steps by {@code profile.libpq}.
 */
@NullMarked
package dev.retort.profile.url;

import org.jspecify.annotations.NullMarked;
