@NullMarked
package dev.retort.postgres.versions;

import org.jspecify.annotations.NullMarked;
