package dev.retort.ui.widget.diff;

/** What one line of a comparison on screen stands for. */
sealed interface Place permits DiffRow, Equals {}
