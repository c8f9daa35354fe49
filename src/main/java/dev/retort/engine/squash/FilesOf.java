package dev.retort.engine.squash;

import dev.retort.revision.Revision;
import dev.retort.revision.Script;
import dev.retort.revision.WayBack;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which files a revision is in. */
final class FilesOf {
  private FilesOf() {}

  static Set<Path> revision(Revision revision) {
    Set<Path> files = new LinkedHashSet<>();
    revision.file().ifPresent(files::add);
    revision.upgrade().file().ifPresent(files::add);
    revision.verify().flatMap(Script::file).ifPresent(files::add);
    if (revision.wayBack() instanceof WayBack.Downgrade(Script script)) {
      script.file().ifPresent(files::add);
    }
    return files;
  }
}
