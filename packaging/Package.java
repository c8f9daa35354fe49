import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

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
  Files.copy(target.resolve("retort-" + args[2] + ".jar"), jar, StandardCopyOption.REPLACE_EXISTING);
  try (URLClassLoader all = loader(jar, libraries, modules)) {
    quicken(jar, all);
    for (Path library : list(libraries)) {
      String name = library.getFileName().toString();
      if (name.startsWith("picocli-") || name.startsWith("postgresql-")) {
        quicken(library, all);
      }
    }
  }

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
  for (String face : List.of("client", "shadow", "retort")) {
    if (!train(project, target, image, face)) {
      IO.println("The AOT cache " + face + " could not be made (see training-" + face + ".log); starts are only slower.");
    }
  }
}

/// The classes of a jar in the form in which they start fastest: those of Java 5 in that of Java 8, which has stack maps
/// (the AOT cache takes no class without them, and the command line stands on 200 of these), each for one Java only, and
/// without calls that are spun at run time.
void quicken(Path jar, ClassLoader all) throws IOException {
  ClassFile classes =
      ClassFile.of(
          ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
          ClassFile.ConstantPoolSharingOption.NEW_POOL,
          ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(all)));
  Bootstraps bootstraps = new Bootstraps(classes);
  Path quick = jar.resolveSibling(jar.getFileName() + ".quick");
  try (ZipFile old = new ZipFile(jar.toFile());
      ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(quick))) {
    for (Map.Entry<String, ZipEntry> one : flat(old).entrySet()) {
      String name = one.getKey();
      byte[] bytes = old.getInputStream(one.getValue()).readAllBytes();
      out.putNextEntry(new ZipEntry(name));
      if (name.endsWith(".class")) {
        out.write(bootstraps.unspun(modern(classes, bytes)));
      } else if (name.equals(JarFile.MANIFEST_NAME)) {
        out.write(new String(bytes, UTF_8).replace("Multi-Release: true", "Multi-Release: false").getBytes(UTF_8));
      } else {
        out.write(bytes);
      }
      out.closeEntry();
    }
  }
  Files.move(quick, jar, StandardCopyOption.REPLACE_EXISTING);
}

/// What a jar holds for the Java it is going to run on, by the plain names: the AOT cache takes nothing from where a jar
/// for several Javas has it.
Map<String, ZipEntry> flat(ZipFile jar) {
  Map<String, ZipEntry> entries = new LinkedHashMap<>();
  Map<String, Integer> versions = new HashMap<>();
  for (ZipEntry entry : Collections.list(jar.entries())) {
    Matcher special = Pattern.compile("META-INF/versions/(\\d+)/(.+)").matcher(entry.getName());
    boolean plain = !special.matches();
    int version = plain ? 0 : Integer.parseInt(special.group(1));
    String name = plain ? entry.getName() : special.group(2);
    if (version <= Runtime.version().feature() && version >= versions.getOrDefault(name, 0)) {
      versions.put(name, version);
      entries.put(name, entry);
    }
  }
  return entries;
}

byte[] modern(ClassFile classes, byte[] bytes) {
  ClassModel old = classes.parse(bytes);
  if (old.majorVersion() >= ClassFile.JAVA_7_VERSION) {
    return bytes;
  }
  // Code is written anew even where nothing in it changes, for only then stack maps are made.
  return classes.transformClass(
      old,
      (builder, element) -> {
        switch (element) {
          case ClassFileVersion version -> builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
          case MethodModel method ->
              builder.transformMethod(method, MethodTransform.transformingCode(CodeTransform.ACCEPT_ALL));
          default -> builder.with(element);
        }
      });
}

/// All classes that the application may see, to ask them for their superclasses.
URLClassLoader loader(Path jar, Path libraries, Path modules) throws IOException {
  List<URL> urls = new ArrayList<>();
  urls.add(jar.toUri().toURL());
  for (Path folder : List.of(libraries, modules)) {
    for (Path one : list(folder)) {
      urls.add(one.toUri().toURL());
    }
  }
  return new URLClassLoader(urls.toArray(URL[]::new));
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
/// Returns whether there is a cache now; the output of the run is in `training-*.log`.
/// One cache for all faces would be twice as large, and it is read at the start of the smallest command.
boolean train(Path project, Path target, Path image, String face) throws IOException, InterruptedException {
  Path home = target.resolve("training");
  delete(home);
  Path cache = image.resolve("lib/app/" + face + ".aot");
  List<String> command = new ArrayList<>();
  command.add(image.resolve("lib/runtime/bin/java").toString());
  // The cache is good for exactly the class path that the launcher builds from its own configuration.
  String classPath = launcherClassPath(image, image.resolve("lib/app").toString());
  command.add("-XX:AOTCacheOutput=" + cache);
  // What the second compiler would like to know; it does not run.
  command.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining"));
  command.addAll(options(project));
  Path many = manyRevisions(target.resolve("training-many"));
  command.addAll(List.of("-cp", classPath, "dev.retort.Training", project.resolve("db").toString(), many.toString(), face));
  ProcessBuilder builder = new ProcessBuilder(command);
  builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("RETORT_"));
  builder.environment().remove("DISPLAY");
  builder.environment().remove("WAYLAND_DISPLAY");
  builder.environment().put("RETORT_HOME", home.toString());
  Path log = target.resolve("training-" + face + ".log");
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
  delete(many);
  return made;
}

/// A project so large that what is only done for large ones is trained, too.
Path manyRevisions(Path folder) throws IOException {
  delete(folder);
  Files.createDirectories(folder);
  for (int number = 1; number <= 1_000; number++) {
    Files.writeString(
        folder.resolve("%06d_part.sql".formatted(number)),
        """
        -- add part %d
        --
        -- Revision ID: %06d
        -- Revises: %s

        -- @upgrade
        CREATE TABLE part_%d (id bigint PRIMARY KEY);

        -- @downgrade
        DROP TABLE part_%d;
        """
            .formatted(number, number, number == 1 ? "" : "%06d".formatted(number - 1), number, number));
  }
  return folder;
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
