import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Build helper: turns the jar and its dependencies into the application image `target/retort`.
///
/// Arguments: the project's folder, its `target` folder, the application's version. Steps: a runtime of our own
/// with JavaFX linked in (so that one launcher serves both faces without a module path), the image by
/// jpackage, and an AOT cache trained on the sample project (JEP 514), without which the image works too.
void main(String[] args) throws IOException, InterruptedException {
  Path project = Path.of(args[0]);
  Path target = Path.of(args[1]);
  Path runtime = target.resolve("runtime");
  Path image = target.resolve("retort");
  Path input = target.resolve("app");
  delete(runtime);
  delete(image);

  Path modules = target.resolve("javafx");
  delete(modules);
  Files.createDirectories(modules);
  Path libraries = input.resolve("lib");
  for (Path jar : list(libraries)) {
    String name = jar.getFileName().toString();
    if (name.startsWith("javafx-")) {
      // Maven brings an empty jar beside the one for the platform; only the latter is a module.
      if (name.matches("javafx-.*-(linux|mac|win).*\\.jar")) {
        Files.move(jar, modules.resolve(name));
      } else {
        Files.delete(jar);
      }
    }
  }
  Path jar = input.resolve("retort.jar");
  Files.copy(target.resolve("retort-" + args[2] + ".jar"), jar, java.nio.file.StandardCopyOption.REPLACE_EXISTING);

  run(
      "jlink",
      "--module-path", modules.toString(),
      "--add-modules", String.join(",", Files.readAllLines(project.resolve("packaging/modules.txt"))),
      "--no-header-files",
      "--no-man-pages",
      "--strip-java-debug-attributes",
      "--compress", "zip-0",
      "--output", runtime.toString());

  List<String> jpackage = new ArrayList<>();
  jpackage.addAll(List.of("--type", "app-image", "--name", "retort", "--app-version", args[2]));
  jpackage.addAll(List.of("--dest", target.toString(), "--input", input.toString()));
  jpackage.addAll(List.of("--main-jar", "retort.jar", "--main-class", "dev.retort.Main"));
  jpackage.addAll(List.of("--runtime-image", runtime.toString()));
  jpackage.addAll(List.of("--icon", project.resolve("packaging/retort.png").toString()));
  for (String option : options(project)) {
    jpackage.addAll(List.of("--java-options", option));
  }
  run("jpackage", jpackage.toArray(String[]::new));
  delete(runtime);
  launcher(project, image, options(project));
  if (!train(project, target, image)) {
    IO.println("The AOT cache could not be made (see training.log); Retort will start without it, only slower.");
    launcher(project, image, options(project).stream().filter(option -> !option.startsWith("-XX:AOT")).toList());
  }
}

/// Puts our own launcher in the place of jpackage's.
void launcher(Path project, Path image, List<String> options) throws IOException {
  String lines = options.stream().map(option -> "  \"" + option + "\" \\").collect(Collectors.joining("\n"));
  String script =
      Files.readString(project.resolve("packaging/retort.sh"))
          .replace("@OPTIONS@", lines)
          .replace("@CLASSPATH@", "\"" + launcherClassPath(image, "$APPDIR") + "\"");
  Path launcher = image.resolve("bin/retort");
  Files.writeString(launcher, script);
  if (!launcher.toFile().setExecutable(true, false)) {
    throw new IOException("cannot make " + launcher + " executable");
  }
}

/// Runs the application's commands over the sample project, without a display, and keeps what the JVM learnt.
/// Returns whether there is a cache now; the output of the run is in `training.log`.
boolean train(Path project, Path target, Path image) throws IOException, InterruptedException {
  Path home = target.resolve("training");
  delete(home);
  Path cache = image.resolve("lib/app/retort.aot");
  List<String> command = new ArrayList<>();
  command.add(image.resolve("lib/runtime/bin/java").toString());
  // The cache is good for exactly the class path that the launcher builds from its own configuration.
  String classPath = launcherClassPath(image, image.resolve("lib/app").toString());
  command.add("-XX:AOTCacheOutput=" + cache);
  for (String option : options(project)) {
    if (!option.startsWith("-XX:AOT")) {
      command.add(option.replace("$APPDIR", image.resolve("lib/app").toString()));
    }
  }
  command.addAll(List.of("-cp", classPath, "dev.retort.Training", "-C", project.resolve("db").toString()));
  ProcessBuilder builder = new ProcessBuilder(command);
  builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("RETORT_"));
  builder.environment().remove("DISPLAY");
  builder.environment().remove("WAYLAND_DISPLAY");
  builder.environment().put("RETORT_HOME", home.toString());
  Path log = target.resolve("training.log");
  builder.redirectErrorStream(true).redirectOutput(log.toFile());
  Process process = builder.start();
  boolean ended = process.waitFor(2, TimeUnit.MINUTES);
  if (!ended) {
    process.destroy();
  }
  boolean made = ended && process.exitValue() == 0 && Files.exists(cache);
  if (!made) {
    Files.deleteIfExists(cache);
  }
  delete(home);
  return made;
}

/// The options the launcher gives to the JVM: one a line, `#` begins a comment.
List<String> options(Path project) throws IOException {
  return Files.readAllLines(project.resolve("packaging/java-options.txt")).stream()
      .filter(line -> !line.isBlank() && !line.startsWith("#"))
      .toList();
}

/// The class path in the order in which jpackage wrote it down.
String launcherClassPath(Path image, String app) throws IOException {
  return Files.readAllLines(image.resolve("lib/app/retort.cfg")).stream()
      .filter(line -> line.startsWith("app.classpath="))
      .map(line -> line.substring("app.classpath=".length()).replace("$APPDIR", app))
      .collect(Collectors.joining(":"));
}

void run(String tool, String... args) {
  int status = ToolProvider.findFirst(tool).orElseThrow().run(System.out, System.err, args);
  if (status != 0) {
    System.exit(status);
  }
}

List<Path> list(Path folder) throws IOException {
  try (Stream<Path> entries = Files.list(folder)) {
    return entries.sorted().toList();
  }
}

void delete(Path folder) throws IOException {
  if (Files.exists(folder)) {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
