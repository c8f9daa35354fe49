package dev.retort.engine.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.profile.UserContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserEditorTest {
  private @TempDir Path folder;

  private UserEditor editor(Map<String, String> environment) {
    return new UserEditor(new UserContext(environment, folder, "tester", UserContext.Os.LINUX));
  }

  private String command(String visual) {
    return editor(Map.of("VISUAL", visual)).windowCommand(Path.of("/a.sql")).getFirst();
  }

  @ParameterizedTest
  @ValueSource(strings = {"vi", "/usr/bin/nvim", "nano -w", "emacs -nw", "emacsclient -t", "hx"})
  void anEditorThatNeedsATerminalIsNotStartedFromAWindow(String editor) {
    assertEquals("xdg-open", command(editor));
  }

  @ParameterizedTest
  @ValueSource(strings = {"code --wait", "gvim", "emacs", "/opt/idea/bin/idea"})
  void anEditorWithAWindowIs(String editor) {
    assertEquals("sh", command(editor));
  }

  @Test
  void theEditorGetsTheFile() throws Exception {
    Path file = Files.writeString(folder.resolve("a b.sql"), "SELECT 1;");
    Path seen = folder.resolve("seen");
    Path program = Files.writeString(folder.resolve("own"), "#!/bin/sh\ncp \"$2\" \"$1\"\n");
    assertTrue(program.toFile().setExecutable(true));
    editor(Map.of("VISUAL", program + " " + seen)).openInWindow(file);
    assertEquals("SELECT 1;", Files.readString(seen));
  }

  @Test
  void whatDoesNotWorkSaysWhatToDo() {
    UserEditor none = editor(Map.of("EDITOR", "no-such-editor"));
    IOException problem =
        assertThrows(IOException.class, () -> none.openInWindow(folder.resolve("a.sql")));
    assertEquals(
        "no-such-editor is not a program that can be found. Check VISUAL and EDITOR",
        problem.getMessage());
  }
}
