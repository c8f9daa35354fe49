package dev.retort.profile.url;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.profile.Secret;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the options are, each way of writing them reads back as the same options. */
class UrlRoundTripTest {

  @Property(tries = 500)
  void urisReadBack(@ForAll("options") ConnectionOptions options) {
    assertSame(options, ConnectionUrl.parse(UrlWriter.uri(options)));
  }

  @Property(tries = 500)
  void keyValueStringsReadBack(@ForAll("options") ConnectionOptions options) {
    if (!options.values().isEmpty() || options.password().isPresent()) {
      assertSame(options, ConnectionUrl.parse(conninfo(options)));
    }
  }

  @Property(tries = 500)
  void jdbcUrlsReadBack(@ForAll("jdbcOptions") ConnectionOptions options) {
    assertSame(options, ConnectionUrl.parse(UrlWriter.jdbc(options)));
  }

  @Property(tries = 200)
  void savedUrlsLoseThePasswordAlone(@ForAll("options") ConnectionOptions options) {
    assertSame(options.withoutPassword(), ConnectionUrl.parse(options.toUrl()));
  }

  @Provide
  Arbitrary<ConnectionOptions> options() {
    return Combinators.combine(places(), texts(), texts().optional()).as(UrlRoundTripTest::with);
  }

  @Provide
  Arbitrary<ConnectionOptions> jdbcOptions() {
    return options()
        .map(
            options ->
                new ConnectionOptions(
                    options.values(), Map.of("tcpNoDelay", "false"), options.password()));
  }

  private static ConnectionOptions with(
      Map<Keyword, String> places, String text, Optional<String> password) {
    Map<Keyword, String> values = new HashMap<>(places);
    values.put(Keyword.USER, text);
    values.put(Keyword.OPTIONS, text + "x");
    values.put(Keyword.SSLMODE, "verify-full");
    if (text.length() % 2 == 0) {
      values.put(Keyword.DBNAME, "d" + text);
    }
    return new ConnectionOptions(values, Map.of(), password.map(Secret::new));
  }

  private static Arbitrary<Map<Keyword, String>> places() {
    Arbitrary<String> hosts =
        Arbitraries.of("localhost", "db.example", "::1", "2001:db8::1", "10.0.0.1");
    Arbitrary<Integer> ports = Arbitraries.integers().between(1, 65535);
    return hosts
        .list()
        .ofMaxSize(3)
        .flatMap(list -> ports.list().ofSize(list.size()).map(p -> places(list, p)));
  }

  private static Map<Keyword, String> places(List<String> hosts, List<Integer> ports) {
    if (hosts.isEmpty()) {
      return Map.of();
    }
    String port = ports.stream().map(String::valueOf).collect(Collectors.joining(","));
    return Map.of(Keyword.HOST, String.join(",", hosts), Keyword.PORT, port);
  }

  /** Anything but nothing, NUL, and half of a surrogate pair, which no URL can hold. */
  private static Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars(" '\"\\/@:%?&=#+[],é€\n\t".toCharArray())
        .withCharRange('a', 'f')
        .ofMinLength(1)
        .ofMaxLength(12);
  }

  private static String conninfo(ConnectionOptions options) {
    StringBuilder out = new StringBuilder();
    options.values().forEach((keyword, value) -> out.append(pair(keyword.word(), value)));
    options.password().ifPresent(p -> out.append(pair("password", p.reveal())));
    return out.toString();
  }

  private static String pair(String word, String value) {
    return word + " = '" + value.replace("\\", "\\\\").replace("'", "\\'") + "' ";
  }

  private static void assertSame(ConnectionOptions expected, ConnectionOptions actual) {
    assertEquals(expected.values(), actual.values());
    assertEquals(expected.driver(), actual.driver());
    assertEquals(expected.password().map(Secret::reveal), actual.password().map(Secret::reveal));
  }
}
