/**
 * Records in files, so that what a shadow has shown once is known without a database. {@link
 * dev.retort.shadow.store.RecordFiles} is the way in.
 */
@NullMarked
package dev.retort.shadow.store;

import org.jspecify.annotations.NullMarked;
