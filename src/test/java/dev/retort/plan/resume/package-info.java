/** Tests of going on with a step that stopped. */
@NullMarked
package dev.retort.plan.resume;

import org.jspecify.annotations.NullMarked;
