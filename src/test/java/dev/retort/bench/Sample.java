package dev.retort.bench;

import java.time.Duration;
import java.util.Optional;

/**
 * One measured run of a command.
 *
 * @param wall from its start to its end
 * @param cpu what it used of the processor, user and system, its children's among it
 * @param own what it said of its own work, where it says that
 * @param server what the server's processes that worked for it used of the processor
 * @param roundTrips how often it spoke after the server had, where that was counted
 */
record Sample(
    Duration wall,
    Duration cpu,
    Optional<Duration> own,
    Optional<Duration> server,
    Optional<Integer> roundTrips) {

  /** With what was seen of it from the server's side. */
  Sample with(Optional<Duration> server, Optional<Integer> roundTrips) {
    return new Sample(wall, cpu, own, server, roundTrips);
  }
}
