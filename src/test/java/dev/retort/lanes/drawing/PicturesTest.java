package dev.retort.lanes.drawing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.graph.RevisionGraph;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionId;
import dev.retort.testing.Revisions;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** SVG and PNG drawings are files of their kind, show what is there, and do for long graphs. */
class PicturesTest {
  private static final RevisionGraph SMALL =
      RevisionGraph.of(Revisions.of("a; b@audit<-a; c<-a; d~c<-b; e<-d,c"));

  private static RevisionState state(RevisionId id) {
    return switch (id.value()) {
      case "a" -> RevisionState.APPLIED;
      case "b" -> RevisionState.CURRENT;
      default -> RevisionState.PENDING;
    };
  }

  private static Document xml(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void svgHasARowForEveryRevisionAndALineForEveryEdge() throws Exception {
    Document drawing = xml(SvgDrawing.of(SMALL, PicturesTest::state));
    assertEquals(5, drawing.getElementsByTagName("g").getLength());
    assertEquals(6, drawing.getElementsByTagName("path").getLength());
    String text = drawing.getDocumentElement().getTextContent();
    assertTrue(text.contains("doc b") && text.contains("audit") && text.contains("head"), text);
  }

  @Test
  void svgTakesAnyMessage() throws Exception {
    Revision odd =
        Revisions.revision("a<&>\"", List.of(), List.of(), List.of(), Optional.of("\u0001<x>"));
    Document drawing =
        xml(SvgDrawing.of(RevisionGraph.of(List.of(odd)), id -> RevisionState.UNKNOWN));
    assertTrue(drawing.getDocumentElement().getTextContent().contains("a<&>\""));
  }

  @Test
  void pngIsAPictureWithMoreThanItsBackground() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PngDrawing.write(SMALL, PicturesTest::state, out);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
    Sheet sheet = new Sheet(SMALL, PicturesTest::state);
    assertEquals(2 * sheet.width(), image.getWidth());
    assertEquals(2 * sheet.height(), image.getHeight());
    // The last row is applied: its node is filled with its lane's colour.
    int node = image.getRGB(2 * sheet.x(0), 2 * sheet.y(4)) & 0xffffff;
    assertEquals(Integer.decode(Sheet.colour(0)), node);
    assertEquals(0xffffff, image.getRGB(0, 0) & 0xffffff);
  }

  @Test
  void bandsMeetWithoutASeam() throws IOException {
    List<Revision> line = line(200);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RevisionGraph graph = RevisionGraph.of(line);
    PngDrawing.write(graph, id -> RevisionState.APPLIED, out);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
    Sheet sheet = new Sheet(graph, id -> RevisionState.APPLIED);
    for (int y = 2 * sheet.y(0); y <= 2 * sheet.y(199); y++) {
      assertFalse((image.getRGB(2 * sheet.x(0), y) & 0xffffff) == 0xffffff, "a gap at " + y);
    }
  }

  @Test
  void tenThousandRevisionsAreDrawnInEveryFormat() throws IOException {
    RevisionGraph graph = RevisionGraph.of(line(10_000));
    for (GraphFormat format : GraphFormat.values()) {
      Counting out = new Counting();
      format.write(graph, id -> RevisionState.PENDING, out);
      assertTrue(out.written > 100_000, () -> format + ": " + out.written);
    }
  }

  @Test
  void nothingIsDrawnWhereThereIsNothing() throws IOException {
    RevisionGraph none = RevisionGraph.of(List.of());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PngDrawing.write(none, PicturesTest::state, out);
    assertEquals(
        2 * new Sheet(none, PicturesTest::state).width(),
        ImageIO.read(new ByteArrayInputStream(out.toByteArray())).getWidth());
    assertArrayEquals(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, first(out.toByteArray()));
  }

  private static byte[] first(byte[] all) {
    return java.util.Arrays.copyOf(all, 4);
  }

  private static List<Revision> line(int length) {
    List<Revision> line = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      line.add(
          Revisions.revision(
              "%05d".formatted(i),
              i == 0 ? List.of() : List.of("%05d".formatted(i - 1)),
              List.of(),
              List.of(),
              Optional.empty()));
    }
    return line;
  }

  /** Counts, and keeps nothing. */
  private static final class Counting extends OutputStream {
    private long written;

    @Override
    public void write(int b) {
      written++;
    }

    @Override
    public void write(byte[] some, int offset, int length) {
      written += length;
    }
  }
}
