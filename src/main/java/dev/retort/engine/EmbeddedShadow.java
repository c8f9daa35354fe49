package dev.retort.engine;

import dev.retort.postgres.server.EmbeddedServer;
import dev.retort.postgres.server.ServerHandle;
import dev.retort.postgres.shadow.PostgresShadow;
import dev.retort.postgres.versions.VersionTable;
import dev.retort.shadow.Shadow;
import dev.retort.shadow.ShadowServer;
import java.util.Optional;

/** Shadows on an embedded server that is for nothing else, and whose data may be lost. */
record EmbeddedShadow(EmbeddedServer server, Optional<String> role, VersionTable table)
    implements Shadow.Source {
  private static final String MAINTENANCE = "postgres";

  @Override
  public int majorVersion() {
    return server.majorVersion();
  }

  @Override
  public ShadowServer open() {
    ServerHandle handle = server.attach();
    boolean opened = false;
    try {
      ShadowServer shadow = PostgresShadow.open(handle.settings(MAINTENANCE), role, table, handle);
      opened = true;
      return shadow;
    } finally {
      if (!opened) {
        handle.close();
      }
    }
  }
}
