package dev.retort.cli.base;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how many times: a whole number, not negative. */
public final class CountConverter implements ITypeConverter<Integer> {
  private static final int MOST = 1000;

  @Override
  public Integer convert(String text) {
    try {
      int count = Integer.parseInt(text);
      if (count >= 0 && count <= MOST) {
        return count;
      }
    } catch (NumberFormatException e) {
      // Said below, as for any other text that is none.
    }
    throw new TypeConversionException("“" + text + "” is not a number from 0 to " + MOST + ".");
  }
}
