/**
 * Small nodes and looks that every part of the client shares: icons, chips, state marks, the theme.
 * They know no engine.
 */
@NullMarked
package dev.retort.ui.widget;

import org.jspecify.annotations.NullMarked;
