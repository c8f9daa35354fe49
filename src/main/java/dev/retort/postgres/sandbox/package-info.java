/**
 * The sandbox: a database for each project on the embedded server, made with the project's baseline
 * at its first use and kept from then on. {@link dev.retort.postgres.sandbox.Sandbox#open} is the
 * way in.
 *
 * <p>A database has its name only once its baseline is in it: until then it has another, so that
 * nobody ever sees half a baseline, whoever is killed meanwhile.
 */
@NullMarked
package dev.retort.postgres.sandbox;

import org.jspecify.annotations.NullMarked;
