@NullMarked
package dev.retort.postgres;

import org.jspecify.annotations.NullMarked;
