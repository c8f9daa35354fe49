package dev.retort.ui.graph;

import dev.retort.profile.Environment;
import dev.retort.revision.Revision;
import dev.retort.revision.WayBack;
import dev.retort.testing.Revisions;
import dev.retort.ui.SameThread;
import dev.retort.ui.widget.Theme;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntToDoubleFunction;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

/**
 * How long a frame takes while 100,000 revisions scroll by. A frame is everything: new rows,
 * styles, layout, and the whole window rendered into a picture, which a screen would not even ask
 * for. What is measured is the processor time of the whole process, the compiler and the collector
 * of garbage included. Start it with software rendering; the README says how, and what came out.
 */
public final class ScrollBenchmark {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int FRAMES = 400;
  private static final int WARM_UP = 400;

  private ScrollBenchmark() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    Platform.startup(
        () -> {
          measure(100_000, 1000, 700);
          measure(100_000, 1600, 1000);
          measure(10, 1600, 1000);
          done.countDown();
        });
    done.await();
    Platform.exit();
  }

  private static void measure(int size, int width, int height) {
    FixedSource source = new FixedSource(project(size));
    source.at("staging", Environment.STAGING, "r" + size / 2);
    long start = now();
    GraphModel model = new GraphModel(source, new SameThread());
    Scene scene = new Scene(new GraphView(model, new NoActions()), width, height);
    Theme.LIGHT.applyTo(scene);
    Stage stage = new Stage();
    stage.setScene(scene);
    stage.show();
    WritableImage image = new WritableImage(width, height);
    scene.snapshot(image);
    double first = (now() - start) / 1e6;
    System.out.printf(
        "%,7d revisions, %4d x %4d: first picture %.0f ms%n", size, width, height, first);
    frames("a turning wheel, 40 to 120 pixels a frame", scene, image, frame -> 40 + frame % 3 * 40);
    frames("a thumb that is dragged, all rows new", scene, image, frame -> height * 2.3);
    stage.close();
  }

  private static void frames(
      String how, Scene scene, WritableImage image, IntToDoubleFunction pixels) {
    VirtualFlow<?> flow = (VirtualFlow<?>) scene.lookup(".virtual-flow");
    List<Double> frames = new ArrayList<>();
    for (int frame = -WARM_UP; frame < FRAMES; frame++) {
      long begin = now();
      flow.scrollPixels(pixels.applyAsDouble(Math.abs(frame)));
      scene.snapshot(image);
      if (frame >= 0) {
        frames.add((now() - begin) / 1e6);
      }
    }
    Collections.sort(frames);
    System.out.printf(
        "    %s: median %.1f, 99%% %.1f, longest %.1f ms%n",
        how, frames.get(FRAMES / 2), frames.get(FRAMES * 99 / 100), frames.getLast());
  }

  /**
   * Nanoseconds of processor time of the two threads that make a frame, the toolkit's and the
   * renderer's, so that other programs on the machine do not count.
   */
  private static long now() {
    long sum = 0;
    for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
      if (thread != null
          && (thread.getThreadName().startsWith("JavaFX Application")
              || thread.getThreadName().startsWith("QuantumRenderer"))) {
        sum += THREADS.getThreadCpuTime(thread.getThreadId());
      }
    }
    return sum;
  }

  private static List<Revision> project(int size) {
    List<Revision> revisions = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      List<String> down =
          i == 0
              ? List.of()
              : i % 10 == 9
                  ? List.of("r" + (i - 1), "r" + (i - 3))
                  : List.of("r" + (i - (i % 10 == 7 ? 2 : 1)));
      Revision plain =
          Revisions.revision(
              "r" + i,
              down,
              i % 5_000 == 7 ? List.of("label" + i) : List.of(),
              i % 100 == 50 ? List.of("r" + i / 2) : List.of(),
              Optional.of("2025-01-02 03:04:05+00:00"));
      revisions.add(
          i % 7 == 3
              ? new Revision(
                  plain.id(),
                  plain.downRevisions(),
                  plain.branchLabels(),
                  plain.dependsOn(),
                  "add the column that everybody had been waiting for to table number " + i,
                  plain.createDate(),
                  plain.upgrade(),
                  new WayBack.Missing(),
                  plain.verify(),
                  plain.file())
              : plain);
    }
    return revisions;
  }
}
