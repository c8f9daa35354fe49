/** What the client knows, tested without the toolkit. */
@NullMarked
package dev.retort.ui.session;

import org.jspecify.annotations.NullMarked;
