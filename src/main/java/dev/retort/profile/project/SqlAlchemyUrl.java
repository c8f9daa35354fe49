package dev.retort.profile.project;

import dev.retort.profile.url.ConnectionOptions;
import dev.retort.profile.url.ConnectionUrl;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQLAlchemy's URLs, as far as they lead to PostgreSQL: {@code postgresql+psycopg2://…} says which
 * Python driver to use, which is of no concern here.
 */
final class SqlAlchemyUrl {
  private static final Pattern POSTGRES =
      Pattern.compile("postgres(?:ql)?(?:\\+(\\w+))?://(.*)", Pattern.DOTALL);

  /** What {@code alembic init} writes into a new file. */
  private static final String TEMPLATE = "driver://user:pass@localhost/dbname";

  private SqlAlchemyUrl() {}

  /**
   * What the URL says; empty where nobody has filled it in yet.
   *
   * @throws dev.retort.profile.ProfileException if it is another database's, or cannot be read
   */
  static Optional<ConnectionOptions> parse(String url) {
    if (url.isBlank() || url.equals(TEMPLATE)) {
      return Optional.empty();
    }
    Matcher matcher = POSTGRES.matcher(url.strip());
    if (!matcher.matches()) {
      return Optional.of(ConnectionUrl.parse(url));
    }
    String rest = matcher.group(2);
    if ("asyncpg".equals(matcher.group(1))) {
      // asyncpg calls it ssl, and gives it libpq's values.
      rest = rest.replaceFirst("([?&])ssl=", "$1sslmode=");
    }
    return Optional.of(ConnectionUrl.parse("postgresql://" + rest));
  }
}
