package dev.retort.ui.widget;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.Objects;
import javafx.scene.Scene;

/** The two looks of the client: AtlantaFX's Primer themes, and our own few rules on top. */
public enum Theme {
  LIGHT,
  DARK;

  /** Puts this look on a scene, in place of the one it had. */
  public void applyTo(Scene scene) {
    Fonts.load();
    URL rules = Objects.requireNonNull(Theme.class.getResource("/dev/retort/ui/retort.css"));
    scene.setUserAgentStylesheet(
        switch (this) {
          case LIGHT -> new PrimerLight().getUserAgentStylesheet();
          case DARK -> new PrimerDark().getUserAgentStylesheet();
        });
    scene.getStylesheets().setAll(rules.toExternalForm());
    scene.getRoot().getStyleClass().removeAll("theme-light", "theme-dark");
    scene.getRoot().getStyleClass().add(this == LIGHT ? "theme-light" : "theme-dark");
  }

  /** The other one. */
  public Theme other() {
    return this == LIGHT ? DARK : LIGHT;
  }
}
