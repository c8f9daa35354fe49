package dev.retort.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.revision.RevisionId;
import dev.retort.ui.graph.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesTest {
  private static final Path TRADING = Path.of("/work with blanks/trading");
  private static final Place HERE =
      new Place(Optional.of(new RevisionId("0012")), Optional.of(new RevisionId("ü=1")), 1.25);

  private @TempDir Path folder;

  @Test
  void eachProjectHasAPlaceOfItsOwn() throws IOException {
    Path file = folder.resolve("new/places.properties");
    Place top = new Place(Optional.empty(), Optional.empty(), 1);
    new Places(file).keep(TRADING, HERE);
    new Places(file).keep(Path.of("/other"), top);
    assertThat(new Places(file).find(TRADING)).contains(HERE);
    assertThat(new Places(file).find(Path.of("/other"))).contains(top);
    assertThat(new Places(file).find(Path.of("/never/opened"))).isEmpty();
  }

  @Test
  void whatSomebodyEditedDoesNoHarm() throws IOException {
    Path file = folder.resolve("places.properties");
    Files.writeString(file, "/p.zoom=huge\n/p.top=\n");
    assertThat(new Places(file).find(Path.of("/p")))
        .contains(new Place(Optional.empty(), Optional.empty(), 1));
  }
}
