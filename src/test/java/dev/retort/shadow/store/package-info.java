/** Tests. */
@NullMarked
package dev.retort.shadow.store;

import org.jspecify.annotations.NullMarked;
