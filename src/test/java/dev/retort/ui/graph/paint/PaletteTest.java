package dev.retort.ui.graph.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PaletteTest {
  /** What a WCAG 2 reader may expect of lines and shapes. */
  private static final double CONTRAST = 3;

  /** Two colours that differ by 0.02 can just be told apart side by side. */
  private static final double CLEARLY = 0.1;

  /** Colour vision as usual, and without the long, middle or short cones (Machado et al., 2009). */
  private static final List<double[][]> EYES =
      List.of(
          new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
          new double[][] {
            {0.152286, 1.052583, -0.204868},
            {0.114503, 0.786281, 0.099216},
            {-0.003882, -0.048116, 1.051998}
          },
          new double[][] {
            {0.367322, 0.860646, -0.227968},
            {0.280085, 0.672501, 0.047413},
            {-0.011820, 0.042940, 0.968881}
          },
          new double[][] {
            {1.255528, -0.076749, -0.178779},
            {-0.078411, 0.930809, 0.147602},
            {0.004733, 0.691367, 0.303900}
          });

  static Stream<Palette> palettes() {
    return Stream.of(Palette.LIGHT, Palette.DARK);
  }

  @ParameterizedTest
  @MethodSource("palettes")
  void neighbouringLanesCanBeToldApartByAllEyes(Palette palette) {
    for (double[][] eye : EYES) {
      for (int i = 0; i < palette.lanes().size(); i++) {
        double[] one = seen(eye, palette.lane(i));
        double[] next = seen(eye, palette.lane(i + 1));
        assertThat(distance(one, next))
            .as("lanes %d and %d, %s beside %s", i, i + 1, palette.lane(i), palette.lane(i + 1))
            .isGreaterThan(CLEARLY);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("palettes")
  void everyLaneStandsOutFromEveryRow(Palette palette) {
    for (Color lane : palette.lanes()) {
      assertThat(contrast(lane, palette.row())).as("%s", lane).isGreaterThanOrEqualTo(CONTRAST);
      assertThat(contrast(lane, palette.selected())).isGreaterThanOrEqualTo(CONTRAST * 0.9);
    }
  }

  @ParameterizedTest
  @MethodSource("palettes")
  void rowsAreTheColourThatTheStyleSheetSays(Palette palette) throws IOException {
    String css;
    try (var in = Palette.class.getResourceAsStream("/dev/retort/ui/retort.css")) {
      css = new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
    assertThat(css)
        .contains(
            "-retort-row: %s; -retort-row-hover: %s; -retort-row-selected: %s;"
                .formatted(web(palette.row()), web(palette.hovered()), web(palette.selected())));
  }

  private static String web(Color colour) {
    return "#" + colour.toString().substring(2, 8).toLowerCase(Locale.ROOT);
  }

  private static double[] seen(double[][] eye, Color colour) {
    double[] linear = linear(colour);
    double[] seen = new double[3];
    for (int i = 0; i < 3; i++) {
      double sum = eye[i][0] * linear[0] + eye[i][1] * linear[1] + eye[i][2] * linear[2];
      seen[i] = Math.max(0, Math.min(1, sum));
    }
    return seen;
  }

  private static double[] linear(Color colour) {
    return new double[] {
      linear(colour.getRed()), linear(colour.getGreen()), linear(colour.getBlue())
    };
  }

  private static double linear(double part) {
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }

  /** In Oklab (Ottosson, 2020), where equal distances look equally far. */
  private static double distance(double[] one, double[] other) {
    double[] a = oklab(one);
    double[] b = oklab(other);
    return Math.sqrt(
        Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
  }

  private static double[] oklab(double[] rgb) {
    double l = Math.cbrt(0.4122214708 * rgb[0] + 0.5363325363 * rgb[1] + 0.0514459929 * rgb[2]);
    double m = Math.cbrt(0.2119034982 * rgb[0] + 0.6806995451 * rgb[1] + 0.1073969566 * rgb[2]);
    double s = Math.cbrt(0.0883024619 * rgb[0] + 0.2817188376 * rgb[1] + 0.6299787005 * rgb[2]);
    return new double[] {
      0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
    };
  }

  private static double contrast(Color one, Color other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(Color colour) {
    double[] linear = linear(colour);
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  }
}
