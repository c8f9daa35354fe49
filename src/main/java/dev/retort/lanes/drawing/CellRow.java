package dev.retort.lanes.drawing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a text drawing while it is put together: a cell for each column, with an arm in each
 * direction, and lines that merely pass underneath.
 */
final class CellRow {
  private static final class Cell {
    private Line up = Line.NONE;
    private Line down = Line.NONE;
    private Line left = Line.NONE;
    private Line right = Line.NONE;
    private Line passing = Line.NONE;
    private @Nullable Character mark;
  }

  private final List<Cell> cells = new ArrayList<>();

  private Cell cell(int column) {
    while (cells.size() <= column) {
      cells.add(new Cell());
    }
    return cells.get(column);
  }

  /** A vertical line that has nothing to do with what else happens in this row. */
  void pass(int column, Line line) {
    Cell cell = cell(column);
    cell.passing = cell.passing.or(line);
  }

  void mark(int column, char mark) {
    cell(column).mark = mark;
  }

  void up(int column, Line line) {
    Cell cell = cell(column);
    cell.up = cell.up.or(line);
  }

  void down(int column, Line line) {
    Cell cell = cell(column);
    cell.down = cell.down.or(line);
  }

  /** A horizontal line from the middle of one column to the middle of another. */
  void across(int from, int to, Line line) {
    for (int column = Math.min(from, to); column < Math.max(from, to); column++) {
      Cell cell = cell(column);
      cell.right = cell.right.or(line);
      Cell next = cell(column + 1);
      next.left = next.left.or(line);
    }
  }

  /** The row as text, without blanks at its end; two characters a column. */
  String text(LineArt art) {
    StringBuilder text = new StringBuilder();
    for (Cell cell : cells) {
      text.append(character(cell, art)).append(art.horizontal(cell.right));
    }
    return text.toString().stripTrailing();
  }

  private static char character(Cell cell, LineArt art) {
    Character mark = cell.mark;
    if (mark != null) {
      return mark;
    }
    boolean turns = cell.up != Line.NONE || cell.down != Line.NONE;
    if (!turns) {
      return cell.passing != Line.NONE
          ? art.vertical(cell.passing)
          : art.horizontal(cell.left.or(cell.right));
    }
    Line up = cell.up.or(cell.passing);
    Line down = cell.down.or(cell.passing);
    boolean sideways = cell.left != Line.NONE || cell.right != Line.NONE;
    if (!sideways && up != Line.NONE && down != Line.NONE) {
      return art.vertical(up.or(down));
    }
    return art.junction(
        up != Line.NONE, down != Line.NONE, cell.left != Line.NONE, cell.right != Line.NONE);
  }
}
