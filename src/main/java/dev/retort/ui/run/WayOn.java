package dev.retort.ui.run;

import javafx.beans.value.ObservableValue;

/**
 * Something that can be done next.
 *
 * @param go does it
 * @param possible whether it can be done now
 */
public record WayOn(Runnable go, ObservableValue<Boolean> possible) {}
