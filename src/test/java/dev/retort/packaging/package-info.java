/** What packaging does to classes, on classes made for it. */
@NullMarked
package dev.retort.packaging;

import org.jspecify.annotations.NullMarked;
