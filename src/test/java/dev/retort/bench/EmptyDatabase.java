package dev.retort.bench;

import java.time.Duration;
import java.util.Optional;

/** A database made anew for each run, and what was seen of the run from there. */
final class EmptyDatabase implements Contest.Ground {
  private final BenchServer server;
  private final Optional<SlowLink> link;
  private Optional<Duration> usedBefore = Optional.empty();

  EmptyDatabase(BenchServer server, Optional<SlowLink> link) {
    this.server = server;
    this.link = link;
  }

  @Override
  public void prepare() {
    server.fresh();
    usedBefore = server.used();
    link.ifPresent(SlowLink::takeRoundTrips);
  }

  @Override
  public Sample complete(Sample sample) {
    return sample.with(
        usedBefore.flatMap(before -> server.used().map(now -> now.minus(before))),
        link.map(SlowLink::takeRoundTrips));
  }
}
