import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Build helper: runs google-java-format over the sources that changed since the last good check.
///
/// Arguments: `check` or `apply`, the formatter's jar, the source folder, a stamp file whose time is
/// that of the last run that found nothing to do. Exits with 1 where `check` finds a file to format.
void main(String[] args) throws IOException, InterruptedException {
  boolean apply = args[0].equals("apply");
  Path stamp = Path.of(args[3]);
  FileTime since = Files.exists(stamp) ? Files.getLastModifiedTime(stamp) : FileTime.fromMillis(0);
  FileTime started = FileTime.fromMillis(System.currentTimeMillis());
  List<String> files = new ArrayList<>();
  try (Stream<Path> sources = Files.walk(Path.of(args[2]))) {
    for (Path source : (Iterable<Path>) sources::iterator) {
      if (source.toString().endsWith(".java")
          && Files.getLastModifiedTime(source).compareTo(since) >= 0) {
        files.add(source.toString());
      }
    }
  }
  if (!files.isEmpty()) {
    Path list = Files.writeString(Path.of(args[3] + ".files"), String.join("\n", files));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String name : List.of("api", "code", "file", "parser", "tree", "util")) {
      command.add("--add-exports=jdk.compiler/com.sun.tools.javac." + name + "=ALL-UNNAMED");
    }
    command.addAll(List.of("-jar", args[1]));
    command.addAll(apply ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
    command.add("@" + list);
    int status = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (status != 0) {
      IO.println("These files are not formatted: run  mvn -q -Dformat.mode=apply process-sources");
      System.exit(status);
    }
  }
  Files.writeString(stamp, "");
  Files.setLastModifiedTime(stamp, started);
}
