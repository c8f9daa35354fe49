package dev.retort.ui.graph.picture;

import dev.retort.profile.Environment;

/** The sign of a database in the graph: its profile's name, in its environment's colour. */
public record DatabaseMark(String profile, Environment environment) {}
