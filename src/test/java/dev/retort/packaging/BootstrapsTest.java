package dev.retort.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The classes of the image answer as those that were compiled, and nothing is spun for it. */
class BootstrapsTest {
  private static final String SAMPLES = Samples.class.getName();

  @TempDir Path folder;

  @Test
  void rewrittenClassesAnswerAsTheCompiledOnes() throws Exception {
    Map<String, byte[]> plain = plain();
    try (URLClassLoader loader = new Plain(plain)) {
      Object answers = loader.loadClass(SAMPLES).getMethod("answers").invoke(null);
      assertEquals(Samples.answers(), answers);
    }
  }

  @Test
  void nothingIsLeftToBeSpunButLambdasAndStrings() throws Exception {
    Map<String, byte[]> before = compiled();
    assertTrue(before.values().stream().anyMatch(BootstrapsTest::spins));
    assertFalse(plain().values().stream().anyMatch(BootstrapsTest::spins));
  }

  private static boolean spins(byte[] bytes) {
    return ClassFile.of().parse(bytes).methods().stream()
        .flatMap(method -> method.code().stream())
        .flatMap(code -> code.elementStream())
        .anyMatch(
            part ->
                part instanceof InvokeDynamicInstruction call
                    && call.bootstrapMethod().owner().packageName().equals("java.lang.runtime"));
  }

  /** The samples as packaging would have them. */
  private Map<String, byte[]> plain() throws Exception {
    Path source = Path.of(System.getProperty("basedir", ""), "packaging", "Bootstraps.java");
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", folder.toString(), source.toString());
    assertEquals(0, status);
    try (URLClassLoader tools = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      Class<?> type = tools.loadClass("Bootstraps");
      Constructor<?> constructor = type.getDeclaredConstructor(ClassFile.class);
      constructor.setAccessible(true);
      Object bootstraps = constructor.newInstance(ClassFile.of());
      Method unspun = type.getDeclaredMethod("unspun", byte[].class);
      unspun.setAccessible(true);
      Map<String, byte[]> plain = new HashMap<>();
      for (Map.Entry<String, byte[]> one : compiled().entrySet()) {
        plain.put(one.getKey(), (byte[]) unspun.invoke(bootstraps, one.getValue()));
      }
      return plain;
    }
  }

  private static Map<String, byte[]> compiled() throws IOException {
    Path classes;
    try {
      classes = Path.of(Samples.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (java.net.URISyntaxException e) {
      throw new IOException(e);
    }
    Map<String, byte[]> compiled = new HashMap<>();
    try (Stream<Path> files = Files.list(classes.resolve("dev/retort/packaging"))) {
      for (Path file : files.toList()) {
        String name = String.valueOf(file.getFileName());
        if (name.startsWith("Samples")) {
          compiled.put(
              "dev.retort.packaging." + name.replace(".class", ""), Files.readAllBytes(file));
        }
      }
    }
    return compiled;
  }

  /** Has classes of its own instead of the compiled ones. */
  private static final class Plain extends URLClassLoader {
    private final Map<String, byte[]> classes;

    Plain(Map<String, byte[]> classes) {
      super(new URL[0], BootstrapsTest.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        return super.loadClass(name, resolve);
      }
      Class<?> known = findLoadedClass(name);
      return known == null ? defineClass(name, bytes, 0, bytes.length) : known;
    }
  }
}
