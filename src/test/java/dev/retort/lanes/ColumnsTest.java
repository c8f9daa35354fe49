package dev.retort.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnsTest {
  private final Columns columns = new Columns();

  @Test
  void theLeftmostColumnThatIsFreeIsFound() {
    columns.take(0, 10);
    columns.take(1, 3);
    columns.take(2, Columns.FOR_EVER);
    assertThat(columns.leftmostFreeAfter(2)).isEqualTo(3);
    assertThat(columns.leftmostFreeAfter(3)).isEqualTo(1);
    assertThat(columns.leftmostFreeAfter(10)).isEqualTo(0);
  }

  @Test
  void thereIsAlwaysOneMoreColumn() {
    for (int i = 0; i < 1000; i++) {
      assertThat(columns.leftmostFreeAfter(5)).isEqualTo(i);
      columns.take(i, 6);
    }
    assertThat(columns.end(999)).isEqualTo(6);
    assertThat(columns.end(5000)).isNegative();
    assertThat(columns.leftmostFreeAfter(6)).isZero();
  }
}
