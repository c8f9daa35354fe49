package dev.retort.profile.url;

import dev.retort.problem.Nearest;
import java.util.Set;

/** The driver's properties that a JDBC URL may set besides those that libpq has as well. */
final class DriverProperties {
  /**
   * Taken as they are. Left out on purpose: whatever names a class to be loaded or a file to be
   * written, since a URL may come from a file that somebody else checked in; and what the session
   * decides for itself, such as the query mode.
   */
  static final Set<String> TAKEN =
      Set.of(
          "cancelSignalTimeout",
          "currentSchema",
          "gssResponseTimeout",
          "gssUseDefaultCreds",
          "hostRecheckSeconds",
          "jaasApplicationName",
          "jaasLogin",
          "loadBalanceHosts",
          "localSocketAddress",
          "loginTimeout",
          "maxResultBuffer",
          "maxSendBufferSize",
          "pemKeyAlgorithm",
          "receiveBufferSize",
          "scramMaxIterations",
          "sendBufferSize",
          "socketTimeout",
          "sslResponseTimeout",
          "sspiServiceClass",
          "targetServerType",
          "tcpKeepAlive",
          "tcpNoDelay",
          "useSpnego");

  private DriverProperties() {}

  static RuntimeException unknown(String name) {
    return BadUrl.of(
        "the driver's property “" + name + "” cannot be set in a URL here",
        Nearest.to(name, TAKEN).map(near -> "Did you mean " + near + "?").orElse("Take it out."));
  }
}
