package dev.retort.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphGeometryTest {
  private final GraphGeometry geometry = new GraphGeometry();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 5, 10, 25, 50, 500})
  void theLanesNeverTakeMoreThanAThird(int columns) {
    for (double width : new double[] {300, 600, 1000, 2560}) {
      geometry.fit(columns, width);
      assertThat(geometry.widthProperty().get()).isLessThanOrEqualTo(width / 3);
    }
  }

  @Test
  void fewLanesStandAsFarApartAsTheyLike() {
    geometry.fit(3, 1000);
    assertThat(geometry.pitchProperty().get()).isEqualTo(18);
    assertThat(geometry.farthestProperty().get()).isZero();
  }

  @Test
  void manyLanesMoveTogetherAndThenScroll() {
    geometry.fit(20, 800);
    assertThat(geometry.pitchProperty().get()).isBetween(9.0, 17.0);
    assertThat(geometry.farthestProperty().get()).isZero();
    geometry.fit(50, 800);
    assertThat(geometry.farthestProperty().get()).isPositive();
  }

  @Test
  void theLaneOfTheSelectedRowComesIntoSight() {
    geometry.fit(50, 800);
    for (int column : new int[] {49, 0, 25, 40, 3}) {
      geometry.reveal(column);
      double x = geometry.x(column) - geometry.offsetProperty().get();
      assertThat(x).isBetween(0.0, geometry.widthProperty().get());
    }
  }

  @Test
  void zoomHasItsLimitsAndAWayBack() {
    geometry.fit(3, 1000);
    for (int i = 0; i < 30; i++) {
      geometry.zoomBy(1.1);
    }
    assertThat(geometry.zoomProperty().get()).isEqualTo(2);
    assertThat(geometry.rowHeight()).isEqualTo(60);
    for (int i = 0; i < 30; i++) {
      geometry.zoomBy(1 / 1.1);
    }
    assertThat(geometry.zoomProperty().get()).isEqualTo(0.7);
    geometry.zoomBy(0);
    assertThat(geometry.rowHeight()).isEqualTo(30);
  }
}
