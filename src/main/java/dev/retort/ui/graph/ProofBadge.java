package dev.retort.ui.graph;

import dev.retort.shadow.RoundTrip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Whether a way back was proved: a turning arrow with a tick, a cross, or a warning sign. */
final class ProofBadge extends HBox {
  private final FontIcon turn = new FontIcon(Feather.ROTATE_CCW);
  private final FontIcon outcome = new FontIcon(Feather.CHECK);

  ProofBadge() {
    super(1);
    getStyleClass().add("proof-badge");
    turn.getStyleClass().add("graph-badge");
    outcome.getStyleClass().add("graph-badge");
    getChildren().addAll(turn, outcome);
  }

  /** Shows an outcome; false where it is none to be shown. */
  boolean show(RoundTrip trip) {
    boolean loses = trip.rows().filter(rows -> !rows.losses().isEmpty()).isPresent();
    return switch (trip.verdict()) {
      case EXACT, COLUMN_ORDER ->
          loses ? show(Feather.ALERT_TRIANGLE, "proof-loses") : show(Feather.CHECK, "proof-good");
      case DIFFERS, DOWN_FAILS, UP_AGAIN_FAILS, UP_FAILS -> show(Feather.X, "proof-bad");
      case NONE, MISSING, NOT_REACHED -> false;
    };
  }

  private boolean show(Feather icon, String style) {
    outcome.setIconCode(icon);
    if (!getStyleClass().getLast().equals(style)) {
      getStyleClass().setAll("proof-badge", style);
    }
    return true;
  }
}
