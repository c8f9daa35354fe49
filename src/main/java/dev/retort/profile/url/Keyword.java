package dev.retort.profile.url;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * libpq's connection parameters (manual, chapter 32.1.2) with the environment variable that sets
 * each (chapter 32.15) and what becomes of it in the driver.
 */
public enum Keyword {
  HOST("host", "PGHOST", Use.PLACE),
  HOSTADDR("hostaddr", "PGHOSTADDR", Use.PLACE),
  PORT("port", "PGPORT", Use.PLACE),
  DBNAME("dbname", "PGDATABASE", Use.PLACE),
  USER("user", "PGUSER", Use.PLACE),
  PASSWORD("password", "PGPASSWORD", Use.PLACE),
  PASSFILE("passfile", "PGPASSFILE", Use.PLACE),
  SERVICE("service", "PGSERVICE", Use.PLACE),
  SERVICEFILE("servicefile", "PGSERVICEFILE", Use.PLACE),

  SSLMODE("sslmode", "PGSSLMODE", "sslmode"),
  SSLNEGOTIATION("sslnegotiation", "PGSSLNEGOTIATION", "sslNegotiation"),
  SSLROOTCERT("sslrootcert", "PGSSLROOTCERT", "sslrootcert"),
  SSLCERT("sslcert", "PGSSLCERT", "sslcert"),
  SSLKEY("sslkey", "PGSSLKEY", "sslkey"),
  CHANNEL_BINDING("channel_binding", "PGCHANNELBINDING", "channelBinding"),
  REQUIRE_AUTH("require_auth", "PGREQUIREAUTH", "requireAuth"),
  GSSENCMODE("gssencmode", "PGGSSENCMODE", "gssEncMode"),
  GSSLIB("gsslib", "PGGSSLIB", "gsslib"),
  KRBSRVNAME("krbsrvname", "PGKRBSRVNAME", "kerberosServerName"),
  APPLICATION_NAME("application_name", "PGAPPNAME", "ApplicationName"),
  OPTIONS("options", "PGOPTIONS", "options"),
  CONNECT_TIMEOUT("connect_timeout", "PGCONNECT_TIMEOUT", "connectTimeout"),

  KEEPALIVES("keepalives", null, Use.TRANSLATED),
  TARGET_SESSION_ATTRS("target_session_attrs", "PGTARGETSESSIONATTRS", Use.TRANSLATED),
  LOAD_BALANCE_HOSTS("load_balance_hosts", "PGLOADBALANCEHOSTS", Use.TRANSLATED),

  FALLBACK_APPLICATION_NAME("fallback_application_name", null, Use.IGNORED),
  CLIENT_ENCODING("client_encoding", "PGCLIENTENCODING", Use.IGNORED),
  KEEPALIVES_IDLE("keepalives_idle", null, Use.IGNORED),
  KEEPALIVES_INTERVAL("keepalives_interval", null, Use.IGNORED),
  KEEPALIVES_COUNT("keepalives_count", null, Use.IGNORED),
  TCP_USER_TIMEOUT("tcp_user_timeout", null, Use.IGNORED),
  SSLCOMPRESSION("sslcompression", "PGSSLCOMPRESSION", Use.IGNORED),
  SSLSNI("sslsni", "PGSSLSNI", Use.IGNORED),
  GSSDELEGATION("gssdelegation", "PGGSSDELEGATION", Use.IGNORED),
  MIN_PROTOCOL_VERSION("min_protocol_version", "PGMINPROTOCOLVERSION", Use.IGNORED),
  MAX_PROTOCOL_VERSION("max_protocol_version", "PGMAXPROTOCOLVERSION", Use.IGNORED),

  SSLPASSWORD("sslpassword", null, Use.REFUSED),
  SSLCERTMODE("sslcertmode", "PGSSLCERTMODE", Use.REFUSED),
  SSLCRL("sslcrl", "PGSSLCRL", Use.REFUSED),
  SSLCRLDIR("sslcrldir", "PGSSLCRLDIR", Use.REFUSED),
  SSLKEYLOGFILE("sslkeylogfile", null, Use.REFUSED),
  SSL_MIN("ssl_min_protocol_version", "PGSSLMINPROTOCOLVERSION", Use.REFUSED),
  SSL_MAX("ssl_max_protocol_version", "PGSSLMAXPROTOCOLVERSION", Use.REFUSED),
  REQUIREPEER("requirepeer", "PGREQUIREPEER", Use.REFUSED),
  REPLICATION("replication", null, Use.REFUSED),
  SCRAM_CLIENT_KEY("scram_client_key", null, Use.REFUSED),
  SCRAM_SERVER_KEY("scram_server_key", null, Use.REFUSED),
  OAUTH_ISSUER("oauth_issuer", null, Use.REFUSED),
  OAUTH_CLIENT_ID("oauth_client_id", null, Use.REFUSED),
  OAUTH_CLIENT_SECRET("oauth_client_secret", null, Use.REFUSED),
  OAUTH_SCOPE("oauth_scope", null, Use.REFUSED);

  /** What becomes of a parameter. */
  enum Use {
    /** Part of the address, or says where to look for parts of it. */
    PLACE,
    /** Given to the driver as it is, under the driver's name. */
    DRIVER,
    /** Given to the driver in other words. */
    TRANSLATED,
    /** Taken and left aside: it changes nothing that matters here. */
    IGNORED,
    /** The driver cannot do it, and leaving it aside would weaken what the user asked for. */
    REFUSED
  }

  private static final Map<String, Keyword> BY_WORD =
      Arrays.stream(values()).collect(Collectors.toMap(Keyword::word, Function.identity()));

  private final String word;
  private final @Nullable String variable;
  private final Use use;
  private final @Nullable String property;

  Keyword(String word, @Nullable String variable, Use use) {
    this.word = word;
    this.variable = variable;
    this.use = use;
    this.property = null;
  }

  Keyword(String word, String variable, String property) {
    this.word = word;
    this.variable = variable;
    this.use = Use.DRIVER;
    this.property = property;
  }

  /** libpq's name for it. */
  public String word() {
    return word;
  }

  /** The environment variable that sets it. */
  public Optional<String> variable() {
    return Optional.ofNullable(variable);
  }

  Use use() {
    return use;
  }

  /** The driver's property that takes the same values. */
  Optional<String> property() {
    return Optional.ofNullable(property);
  }

  /** The parameter of that name. */
  public static Optional<Keyword> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }
}
