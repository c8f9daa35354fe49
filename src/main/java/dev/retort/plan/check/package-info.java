/** Small validators, one per class, that run on every plan before it is shown or run. */
@NullMarked
package dev.retort.plan.check;

import org.jspecify.annotations.NullMarked;
