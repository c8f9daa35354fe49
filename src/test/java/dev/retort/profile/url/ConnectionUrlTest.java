package dev.retort.profile.url;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.problem.RetortException.Kind;
import dev.retort.profile.ProfileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionUrlTest {

  /** The examples of the manual's chapter 32.1.1.2, and some more. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "postgresql://                                  |",
        "postgresql://localhost                         | host=localhost",
        "postgresql://localhost:5433                    | host=localhost port=5433",
        "postgresql://localhost/mydb                    | host=localhost dbname=mydb",
        "postgresql://user@localhost                    | host=localhost user=user",
        "postgresql://user:secret@localhost             | host=localhost user=user password=secret",
        "postgresql://other@localhost/otherdb?connect_timeout=10&application_name=myapp |"
            + " host=localhost dbname=otherdb user=other application_name=myapp connect_timeout=10",
        "postgresql://host1:123,host2:456/somedb?target_session_attrs=any&application_name=myapp |"
            + " host=host1,host2 port=123,456 dbname=somedb application_name=myapp"
            + " target_session_attrs=any",
        "postgresql:///mydb?host=localhost&port=5433    | host=localhost port=5433 dbname=mydb",
        "postgresql://[2001:db8::1234]/database         | host=2001:db8::1234 dbname=database",
        "postgres://[::1]:5433                          | host=::1 port=5433",
        "postgresql://%2Fvar%2Flib%2Fpostgresql/dbname  | host=/var/lib/postgresql dbname=dbname",
        "postgresql://user@localhost:5433/mydb?options=-c%20synchronous_commit%3Doff |"
            + " host=localhost port=5433 dbname=mydb user=user options=-c synchronous_commit=off",
        "postgresql://a%40b:p%2F%3A%25@h/d%20b          | host=h dbname=d b user=a@b password=p/:%",
        "postgresql://h?ssl=true                        | host=h sslmode=require",
        "postgresql://h/d?sslmode=disable&sslmode=allow | host=h dbname=d sslmode=allow",
        "postgresql://h+1/d+b                           | host=h+1 dbname=d+b",
        "host=localhost port=5432 dbname=mydb connect_timeout=10 | host=localhost port=5432"
            + " dbname=mydb connect_timeout=10",
        "host = 'a b' password = 'it\\'s \\\\' user=x\\ y | host=a b user=x y password=it's \\",
        "jdbc:postgresql:mydb                           | dbname=mydb",
        "jdbc:postgresql:/                              |",
        "jdbc:postgresql://h1:1,[::1]:2/a+b?user=u&password=p%2Bq | host=h1,::1 port=1,2 dbname=a b"
            + " user=u password=p+q",
        "jdbc:postgresql://h/d?ssl=true                 | host=h dbname=d sslmode=verify-full",
        "jdbc:postgresql://h/d?ssl&sslmode=require      | host=h dbname=d sslmode=require",
        "jdbc:postgresql://h/d?ApplicationName=x&connectTimeout=3 | host=h dbname=d"
            + " application_name=x connect_timeout=3",
      })
  void readsAsLibpqAndTheDriverDo(String url, String expected) {
    assertEquals(Optional.ofNullable(expected).orElse(""), words(ConnectionUrl.parse(url)));
  }

  @Test
  void keepsWhatOnlyTheDriverKnows() {
    ConnectionOptions options =
        ConnectionUrl.parse("jdbc:postgresql://h/d?socketTimeout=5&targetServerType=primary");
    assertEquals("{socketTimeout=5, targetServerType=primary}", options.driver().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mydb",
        "",
        "mysql://h/d",
        "jdbc:mysql://h/d",
        "postgresql://h/d?nonsense=1",
        "postgresql://h/d?sslmode",
        "postgresql://h/d?sslmode=maybe",
        "postgresql://[::1/d",
        "postgresql://[::1]5432/d",
        "postgresql://::1/d",
        "postgresql://h/%zz",
        "postgresql://h/a%00b",
        "postgresql://h/%ff",
        "postgresql://h/d?replication=database",
        "postgresql://h/d?sslcrl=x",
        "postgresql://h/d?requirepeer=postgres",
        "host=h dbname",
        "host='h",
        "jdbc:postgresql://u:p@h/d",
        "jdbc:postgresql://h/d?socketFactory=evil.Factory",
        "jdbc:postgresql://h/d?loggerFile=/etc/passwd",
        "jdbc:postgresql://h/d?user=%",
      })
  void refusesWhatItCannotDo(String url) {
    ProfileException e = assertThrows(ProfileException.class, () -> ConnectionUrl.parse(url));
    assertEquals("bad-connection", e.code());
    assertEquals(Kind.INPUT, e.kind());
    assertFalse(e.hint().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://u:s3cr@et@h/d",
        "postgresql://u:s3cret%zz@h/d",
        "postgresql://u:/s3cret@h/d",
        "postgresql://u:12/s3cret@h/d",
        "postgresql://u:s3cret@h/d?sslmode=nope",
        "postgresql://u:s3cret@h/d?sslpassword=s3cret",
        "mysql://u:s3cret@h/d",
        "host=h password='s3cret",
        "host=h password=s3cret user",
        "jdbc:postgresql://u:s3cret@h/d",
        "jdbc:postgresql://h/d?password=s3cret%zz",
        "jdbc:postgresql://h/d?password=s3cret&nonsense=1"
      })
  void neverSaysThePassword(String url) {
    ProfileException e = assertThrows(ProfileException.class, () -> ConnectionUrl.parse(url));
    assertFalse((e.message() + e.hint() + e.details()).contains("s3cr"), e.message());
  }

  @Test
  void suggestsTheParameterThatWasMeant() {
    ProfileException e =
        assertThrows(
            ProfileException.class, () -> ConnectionUrl.parse("postgresql://h/d?ssl_mode=require"));
    assertEquals("Did you mean sslmode?", e.hint());
  }

  @Test
  void writesUrlsWithoutThePassword() {
    String url = ConnectionUrl.parse("postgresql://u:s3cret@h:5433/d?sslmode=require").toUrl();
    assertEquals("postgresql://u@h:5433/d?sslmode=require", url);
    assertTrue(
        ConnectionUrl.parse("jdbc:postgresql://h/d?tcpNoDelay=false&password=x")
            .toUrl()
            .startsWith("jdbc:"));
  }

  /** As libpq would print it: keyword=value in the order of the table, the password last. */
  private static String words(ConnectionOptions options) {
    List<String> words = new ArrayList<>();
    options.values().forEach((keyword, value) -> words.add(keyword.word() + "=" + value));
    options.password().ifPresent(password -> words.add("password=" + password.reveal()));
    return String.join(" ", words);
  }
}
