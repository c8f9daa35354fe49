package dev.retort.profile.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.retort.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TomlFileTest {
  private static final Path FILE = Path.of("x.toml");

  private final List<Problem> problems = new ArrayList<>();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[a]\\nx = 1\\nx = 2\\n | 3",
        "[a]\\nx = 1\\n[a]\\ny = 2\\n | 3",
        "[a\\nx = 1\\n | 1",
        "[a]\\n\\nx = \"abc\\ny = 1\\n | 3",
        "[a]\\nx = [1,\\n 2 | 3",
        "[a]\\nx = 12z\\ny = 1\\n | 2",
        "= 3\\n | 1",
        "[a]\\nx =\\n | 2"
      })
  void aSyntaxErrorHasItsLine(String text, int line) {
    TomlFile.parse(FILE, text.replace("\\n", "\n"), problems);
    assertEquals(1, problems.size());
    assertEquals("bad-toml", problems.getFirst().code());
    assertEquals(line, problems.getFirst().line(), problems.getFirst().message());
  }

  @Test
  void aSyntaxErrorDoesNotQuoteAPassword() {
    for (String url : List.of("\"postgresql://u:s3cret@h/d\n", "postgresql://u:s3cret@h/d\n")) {
      problems.clear();
      TomlFile.parse(FILE, "[profiles.p]\nurl = " + url, problems);
      assertEquals(1, problems.size());
      assertFalse(problems.getFirst().oneLine().contains("s3cret"), problems.toString());
    }
  }

  @Test
  void keysAreFoundWhereverTheyStand() {
    TomlTable top =
        TomlFile.parse(
                FILE,
                """
                # x = 1
                top = 1
                [ a . "b c" ]   # comment [d]
                x = '''
                y = 2
                ''' # = z
                list = [
                  "q = 1", # [c]
                  ']',
                ]
                y = {z = "}"}
                'quoted = key' = 3
                [[d]]
                e.f = "\\" = "
                [c]
                """,
                problems)
            .top();
    TomlTable table = top.table("a").flatMap(a -> a.table("b c")).orElseThrow();
    assertEquals(List.of(), problems);
    assertEquals(2, top.line("top"));
    assertEquals(3, table.line());
    assertEquals(4, table.line("x"));
    assertEquals(7, table.line("list"));
    assertEquals(11, table.line("y"));
    assertEquals(12, table.line("quoted = key"));
    assertEquals(List.of("x", "list", "y", "quoted = key"), table.keys());
    assertEquals(15, top.table("c").orElseThrow().line());
  }

  @Test
  void everyWrongValueAndUnknownKeyIsReported() {
    TomlTable top =
        TomlFile.parse(
                FILE,
                """
                text = 1
                flag = "yes"
                list = [1]
                time = "soon"
                zero = "0"
                txet = "x"
                """,
                problems)
            .top();
    assertEquals(Optional.empty(), top.text("text"));
    assertEquals(Optional.empty(), top.flag("flag"));
    assertEquals(Optional.empty(), top.texts("list"));
    assertEquals(Optional.empty(), top.duration("time"));
    assertEquals(Optional.empty(), top.duration("zero"));
    top.end();
    assertEquals(List.of(1, 2, 3, 4, 5, 6), problems.stream().map(Problem::line).toList());
    assertEquals("Did you mean text?", problems.getLast().hint());
  }

  @Test
  void bytesThatAreNotUtf8HaveTheirLine(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("bad.toml");
    Files.write(file, "a = 1\nb = \"\u00e9\"\n".getBytes(StandardCharsets.ISO_8859_1));
    TomlFile.read(file, problems);
    assertEquals("not-utf-8", problems.getFirst().code());
    assertEquals(2, problems.getFirst().line());
  }

  @Test
  void aByteOrderMarkIsSkipped(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("bom.toml"), "\uFEFFa = \"b\"\r\n");
    assertEquals(Optional.of("b"), TomlFile.read(file, problems).top().text("a"));
    assertEquals(List.of(), problems);
  }
}
