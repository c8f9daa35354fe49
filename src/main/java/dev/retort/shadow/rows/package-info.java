/**
 * Sample rows: put into the tables of a shadow, and looked for again once a round trip is over.
 * {@link dev.retort.shadow.rows.SampleRows} puts them in, {@link dev.retort.shadow.rows.Contents}
 * sees what became of them.
 */
@NullMarked
package dev.retort.shadow.rows;

import org.jspecify.annotations.NullMarked;
