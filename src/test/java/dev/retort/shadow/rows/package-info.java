/** Tests. */
@NullMarked
package dev.retort.shadow.rows;

import org.jspecify.annotations.NullMarked;
