package dev.retort.cli.base;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a target where options may stand as well: {@code -1} is a target, {@code --jsn} is not.
 *
 * <p>picocli is told to let unknown options through as parameters, or it would refuse {@code
 * downgrade -1}; what is really an unknown option is refused here.
 */
public final class TargetConverter implements ITypeConverter<String> {
  @Override
  public String convert(String word) {
    boolean option =
        word.length() > 1 && word.charAt(0) == '-' && !Character.isDigit(word.charAt(1));
    if (option) {
      throw new TypeConversionException("Unknown option: '" + word + "'.");
    }
    return word;
  }
}
