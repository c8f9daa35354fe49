/** Tests of the lexical rules. */
@NullMarked
package dev.retort.sql;

import org.jspecify.annotations.NullMarked;
