package dev.retort.ui.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.profile.url.ConnectionOptions;
import dev.retort.profile.url.ConnectionUrl;
import dev.retort.profile.url.Keyword;
import dev.retort.ui.SameThread;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class AddressTest {
  private final SameThread background = new SameThread();
  private int changes;
  private final Address address =
      new Address(
          background,
          () -> {
            changes++;
          });

  @Test
  void aUrlFillsTheFields() {
    paste("postgresql://deploy@db.example:6432/trading?sslmode=verify-full&sslrootcert=/ca.crt");
    assertEquals("db.example", text(Field.HOST));
    assertEquals("6432", text(Field.PORT));
    assertEquals("trading", text(Field.DATABASE));
    assertEquals("deploy", text(Field.USER));
    assertEquals("verify-full", text(Field.SSL_MODE));
    assertEquals("/ca.crt", text(Field.ROOT_CERTIFICATE));
    paste("jdbc:postgresql://other:5433/ledger?user=clerk&sslmode=require");
    assertEquals("other 5433 ledger clerk require", fields());
    assertEquals("", text(Field.ROOT_CERTIFICATE), "what the URL does not say is not left over");
    assertTrue(changes > 0);
  }

  @Test
  void fieldsWriteTheUrlAndKeepWhatTheyDoNotShow() {
    paste("postgresql://deploy@db.example/trading?application_name=desk&connect_timeout=7");
    address.text(Field.HOST).set("standby.example");
    assertEquals(
        "postgresql://deploy@standby.example/trading?application_name=desk&connect_timeout=7",
        text(Field.URL));
    address.text(Field.USER).set("");
    assertEquals(
        "postgresql://standby.example/trading?application_name=desk&connect_timeout=7",
        text(Field.URL));
  }

  @Test
  void aPastedPasswordIsTakenOutOfTheUrl() {
    paste("postgresql://deploy:pa%3Ass@db.example/trading");
    assertEquals("pa:ss", address.password().get());
    background.elapse();
    assertEquals("postgresql://deploy@db.example/trading", text(Field.URL));
    assertTrue(address.options().password().isEmpty());
  }

  @Test
  void aUrlBeingTypedIsNotTouchedUntilItIsLeft() {
    String url = "postgresql://me:x@h/d";
    for (int end = 1; end <= url.length(); end++) {
      address.text(Field.URL).set(url.substring(0, end));
      background.elapse();
      assertEquals(url.substring(0, end), text(Field.URL));
    }
    address.tidy();
    assertEquals("postgresql://me@h/d", text(Field.URL));
    assertEquals("x", address.password().get());
  }

  @Test
  void aUrlThatCannotBeReadSaysWhyAndLeavesTheFieldsAlone() {
    paste("postgresql://deploy@db.example/trading");
    paste("mysql://deploy@db.example/trading");
    assertTrue(address.urlProblem().contains("does not lead to PostgreSQL"), address.urlProblem());
    assertEquals("db.example", text(Field.HOST));
    address.tidy();
    assertEquals("mysql://deploy@db.example/trading", text(Field.URL), "it can be mended");
    address.text(Field.PORT).set("5433");
    assertEquals("postgresql://deploy@db.example:5433/trading", text(Field.URL));
    assertEquals("", address.urlProblem());
  }

  @Property(tries = 200)
  void whateverTheFieldsSayTheUrlReadsBackAsIt(
      @ForAll @NotBlank @CharRange(from = ' ', to = '\u07ff') @StringLength(max = 12)
          String database,
      @ForAll @NotBlank @CharRange(from = ' ', to = '\u07ff') @StringLength(max = 12) String user) {
    Address fresh = new Address(new SameThread(), () -> {});
    fresh.text(Field.HOST).set("db.example");
    fresh.text(Field.DATABASE).set(database);
    fresh.text(Field.USER).set(user);
    ConnectionOptions read = ConnectionUrl.parse(fresh.text(Field.URL).get());
    assertEquals(fresh.options(), read);
    assertEquals(user.strip(), read.get(Keyword.USER).orElse(""));
    assertFalse(fresh.text(Field.URL).get().isBlank());
  }

  private void paste(String url) {
    address.text(Field.URL).set(url);
  }

  private String text(Field field) {
    return address.text(field).get();
  }

  private String fields() {
    return String.join(
        " ",
        text(Field.HOST),
        text(Field.PORT),
        text(Field.DATABASE),
        text(Field.USER),
        text(Field.SSL_MODE));
  }
}
