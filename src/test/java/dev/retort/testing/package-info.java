/** What tests of several packages share: a PostgreSQL server, fakes of the executor's ports. */
@NullMarked
package dev.retort.testing;

import org.jspecify.annotations.NullMarked;
