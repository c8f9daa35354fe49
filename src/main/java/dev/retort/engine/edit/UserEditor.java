package dev.retort.engine.edit;

import dev.retort.profile.UserContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The user's own editor, as git finds it: {@code $VISUAL}, then {@code $EDITOR}. From a terminal it
 * is started there; from a window only one that has a window itself, and else what the desktop
 * opens such files with.
 */
public final class UserEditor {
  /** Editors that need a terminal, by the name of their program. */
  private static final Set<String> IN_TERMINAL =
      Set.of(
          "vi",
          "vim",
          "nvim",
          "view",
          "vim.basic",
          "vim.tiny",
          "nano",
          "pico",
          "ed",
          "ex",
          "joe",
          "jed",
          "ne",
          "mcedit",
          "micro",
          "hx",
          "helix",
          "kak",
          "mg",
          "zile",
          "editor",
          "sensible-editor",
          "tilde",
          "dte",
          "amp");

  /** A program that cannot do its work says so at once. */
  private static final long FAILS_WITHIN_SECONDS = 2;

  private final UserContext user;

  /** The editor of a user. */
  public UserEditor(UserContext user) {
    this.user = user;
  }

  /** What the environment says; may hold options as well: {@code code --wait}. */
  public Optional<String> named() {
    return user.variable("VISUAL").or(() -> user.variable("EDITOR"));
  }

  /** The command that opens files with an editor; through the shell, for its options' sake. */
  public List<String> command(String editor, List<Path> files) {
    List<String> command = new ArrayList<>();
    if (user.os() == UserContext.Os.WINDOWS) {
      command.addAll(List.of("cmd", "/c", editor));
    } else {
      command.addAll(List.of("sh", "-c", editor + " \"$@\"", editor));
    }
    files.forEach(file -> command.add(file.toString()));
    return command;
  }

  /** What opens a file in a window of its own. */
  List<String> windowCommand(Path file) {
    return named()
        .filter(UserEditor::hasWindow)
        .map(editor -> command(editor, List.of(file)))
        .orElseGet(() -> desktopCommand(file));
  }

  private List<String> desktopCommand(Path file) {
    return switch (user.os()) {
      case LINUX -> List.of("xdg-open", file.toString());
      case MACOS -> List.of("open", file.toString());
      case WINDOWS -> List.of("rundll32", "url.dll,FileProtocolHandler", file.toString());
    };
  }

  /**
   * Shows a folder with the desktop's own program for it. Blocks for a moment.
   *
   * @return the folder
   * @throws IOException as {@link #openInWindow}
   */
  public Path showFolder(Path folder) throws IOException, InterruptedException {
    Path path = folder.toAbsolutePath();
    start(path, desktopCommand(path), false);
    return path;
  }

  private static boolean hasWindow(String editor) {
    String[] words = editor.strip().split("\\s+");
    String program = words[0].replace('\\', '/');
    String name = program.substring(program.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    List<String> options = List.of(words).subList(1, words.length);
    boolean emacsInTerminal =
        name.startsWith("emacs")
            && options.stream().anyMatch(Set.of("-nw", "-t", "-tty", "--tty")::contains);
    return !IN_TERMINAL.contains(name) && !emacsInTerminal;
  }

  /**
   * Opens a file in a window of its own; returns once it is open or surely being opened, and does
   * not wait for the editor to end. Blocks for a moment.
   *
   * @return the file
   * @throws IOException if there is nothing to open it with, or that refuses; says what to do
   */
  public Path openInWindow(Path file) throws IOException, InterruptedException {
    Path path = file.toAbsolutePath();
    List<String> command = windowCommand(path);
    start(path, command, named().filter(UserEditor::hasWindow).isPresent());
    return path;
  }

  private void start(Path path, List<String> command, boolean own)
      throws IOException, InterruptedException {
    String what = own ? named().orElseThrow() : command.getFirst();
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      throw new IOException(
          what
              + " cannot be started. Set VISUAL to an editor with a window of its own, for example"
              + " VISUAL=\"code --wait\", and start Retort again",
          e);
    }
    if (process.waitFor(FAILS_WITHIN_SECONDS, TimeUnit.SECONDS) && process.exitValue() != 0) {
      // 127 is how a shell says that there is no such program.
      throw new IOException(
          what
              + (process.exitValue() == 127
                  ? " is not a program that can be found. "
                  : " ended with status " + process.exitValue() + ". ")
              + (own
                  ? "Check VISUAL and EDITOR"
                  : "Choose a program for "
                      + path.getFileName()
                      + " in the desktop's settings, or set VISUAL to an editor with a window of"
                      + " its own"));
    }
  }
}
