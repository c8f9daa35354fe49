/**
 * What every command has in common: global options, the invocation they make up, and how arguments
 * are read. Commands are in the packages beside this one.
 */
@NullMarked
package dev.retort.cli.base;

import org.jspecify.annotations.NullMarked;
