@NullMarked
package dev.retort.postgres.catalog;

import org.jspecify.annotations.NullMarked;
