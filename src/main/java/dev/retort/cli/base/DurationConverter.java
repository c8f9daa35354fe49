package dev.retort.cli.base;

import dev.retort.problem.RetortException;
import dev.retort.profile.Durations;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads lengths of time: {@code 5s}, {@code 500ms}. */
public final class DurationConverter implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String text) {
    try {
      return Durations.parse(text);
    } catch (RetortException e) {
      throw new TypeConversionException(e.message() + " " + e.hint());
    }
  }
}
