@NullMarked
package dev.retort.postgres.socket;

import org.jspecify.annotations.NullMarked;
