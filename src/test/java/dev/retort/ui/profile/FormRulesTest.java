package dev.retort.ui.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.profile.UserContext;
import dev.retort.profile.libpq.LibpqDefaults;
import dev.retort.profile.url.ConnectionOptions;
import dev.retort.profile.url.ConnectionUrl;
import dev.retort.ui.profile.FormRules.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormRulesTest {
  private static final Names OTHERS = new Names(Set.of("mine"), Set.of("staging"));

  private @TempDir Path home;

  @ParameterizedTest
  @CsvSource({
    "fine, postgresql://h/d, ",
    "fine, 'postgresql://a:1,b:2/d', ",
    "fine, postgresql:///d, ",
    "fine, postgresql://?service=desk, ",
    "'', postgresql://h/d, NAME",
    "sandbox, postgresql://h/d, NAME",
    "mine, postgresql://h/d, NAME",
    "fine, postgresql://h, DATABASE",
    "fine, postgresql://h:70000/d, PORT",
    "fine, postgresql://h:12x/d, PORT",
    "fine, postgresql://h%20h/d, HOST",
    "fine, postgresql://h/d?sslcert=/c.crt, KEY",
    "fine, postgresql://h/d?sslkey=/c.key, CERTIFICATE"
  })
  void eachFaultIsSaidAtItsField(String name, String url, String field) {
    Map<Field, String> wrong = FormRules.check(name, ConnectionUrl.parse(url), "", OTHERS);
    assertEquals(field == null ? Set.of() : Set.of(Field.valueOf(field)), wrong.keySet());
  }

  @Test
  void aProjectsNameAndAnOpenWireAreWorthAWord() {
    ConnectionOptions open = ConnectionUrl.parse("postgresql://db.example/d?sslmode=disable");
    assertEquals(
        Set.of(Field.NAME, Field.SSL_MODE), FormRules.advise("staging", open, OTHERS).keySet());
    ConnectionOptions near = ConnectionUrl.parse("postgresql://localhost/d?sslmode=disable");
    assertEquals(Set.of(), FormRules.advise("fine", near, OTHERS).keySet());
  }

  @Test
  void filesMustBeThere() throws IOException {
    Path there = Files.writeString(home.resolve("ca.crt"), "");
    LibpqDefaults libpq =
        new LibpqDefaults(new UserContext(Map.of(), home, "me", UserContext.Os.LINUX));
    String url = "postgresql://h/d?sslmode=verify-ca&sslrootcert=";
    assertEquals(Map.of(), FormRules.checkFiles(ConnectionUrl.parse(url + there), libpq));
    assertEquals(
        Set.of(Field.ROOT_CERTIFICATE),
        FormRules.checkFiles(ConnectionUrl.parse(url + "/nowhere"), libpq).keySet());
    Map<Field, String> unknown =
        FormRules.checkFiles(ConnectionUrl.parse("postgresql://?service=nobody"), libpq);
    assertTrue(unknown.getOrDefault(Field.URL, "").contains("nobody"), unknown.toString());
  }
}
