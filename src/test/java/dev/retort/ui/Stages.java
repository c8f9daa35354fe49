package dev.retort.ui;

import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.stage.Stage;
import org.testfx.api.FxToolkit;

/**
 * A stage for each test. The primary one is there for all of them: it would keep what every test
 * has shown on it, and tell each of those of the keyboard's coming and going.
 */
public final class Stages {
  private Stages() {}

  /** Shows something on a new stage; the toolkit is started if need be. */
  public static Stage show(Consumer<Stage> setUp) throws TimeoutException {
    FxToolkit.registerPrimaryStage();
    Stage stage = FxToolkit.registerStage(Stage::new);
    FxToolkit.setupStage(setUp);
    return stage;
  }

  /** Closes all stages, and lets go of what was shown. */
  public static void close() throws TimeoutException {
    FxToolkit.cleanupStages();
    // Nothing of the last one is to be held on to.
    FxToolkit.registerStage(Stage::new);
  }
}
