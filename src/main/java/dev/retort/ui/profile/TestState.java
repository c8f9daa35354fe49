package dev.retort.ui.profile;

import dev.retort.execute.state.Probe;
import dev.retort.ui.session.Trouble;

/** How the test of a connection stands. */
sealed interface TestState {

  /** None was made, or what it was made of has changed. */
  record Untested() implements TestState {}

  /** It is under way. */
  record Running() implements TestState {}

  /** A connection came about. */
  record Passed(Probe probe) implements TestState {}

  /** None did. */
  record Failed(Trouble trouble) implements TestState {}
}
