/** Tests of what happens to revision files under a person's hands. */
@NullMarked
package dev.retort.engine.edit;

import org.jspecify.annotations.NullMarked;
