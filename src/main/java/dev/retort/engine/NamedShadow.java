package dev.retort.engine;

import dev.retort.postgres.shadow.PostgresShadow;
import dev.retort.postgres.versions.VersionTable;
import dev.retort.shadow.Shadow;
import dev.retort.shadow.ShadowServer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shadows on a server of the user's, which has to be asked for its version. */
final class NamedShadow implements Shadow.Source {
  private final Credentials credentials;
  private final Optional<String> role;
  private final VersionTable table;
  private @Nullable Integer major;

  NamedShadow(Credentials credentials, Optional<String> role, VersionTable table) {
    this.role = role;
    this.credentials = credentials;
    this.table = table;
  }

  @Override
  public synchronized int majorVersion() {
    if (major == null) {
      try (ShadowServer server = open()) {
        major = server.majorVersion();
      }
    }
    return major;
  }

  @Override
  public ShadowServer open() {
    return credentials.use(settings -> PostgresShadow.open(settings, role, table, () -> {}));
  }
}
