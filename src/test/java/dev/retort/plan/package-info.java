/** Plans: what they hold and what they refuse. */
@NullMarked
package dev.retort.plan;

import org.jspecify.annotations.NullMarked;
