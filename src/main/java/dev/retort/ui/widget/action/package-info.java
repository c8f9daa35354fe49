/**
 * Everything the client can do, as values: features hand their actions to the registry, one line
 * each; the palette finds them by what is typed, the sheet of keys lists them, and the shell binds
 * their keys.
 */
@NullMarked
package dev.retort.ui.widget.action;

import org.jspecify.annotations.NullMarked;
