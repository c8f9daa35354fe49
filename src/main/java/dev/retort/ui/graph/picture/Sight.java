package dev.retort.ui.graph.picture;

import dev.retort.engine.Position;

/** Where one database was when it was looked at. */
public record Sight(DatabaseMark mark, Position position) {}
