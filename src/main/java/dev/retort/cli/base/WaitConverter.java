package dev.retort.cli.base;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how long to wait; for ever, which PostgreSQL writes as 0, is refused. */
public final class WaitConverter implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String text) {
    Duration wait = new DurationConverter().convert(text);
    if (wait.isZero()) {
      throw new TypeConversionException("a run never waits for a lock without end.");
    }
    return wait;
  }
}
