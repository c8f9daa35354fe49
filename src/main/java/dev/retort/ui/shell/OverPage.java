package dev.retort.ui.shell;

import javafx.scene.Node;

/**
 * A page that is opened over a view, and left again.
 *
 * @param begin brings the keyboard to it, once it is there
 * @param left lets go of what it follows, once something else is in its place
 */
record OverPage(Node page, Runnable begin, Runnable left) {}
