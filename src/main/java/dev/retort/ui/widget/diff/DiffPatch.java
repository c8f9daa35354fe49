package dev.retort.ui.widget.diff;

/** A comparison as a text that other programs read: the unified format of {@code diff -u}. */
final class DiffPatch {
  private static final int CONTEXT = 3;

  private DiffPatch() {}

  /** Writes it out. */
  static String of(DiffModel model, String beforeTitle, String afterTitle) {
    StringBuilder patch = new StringBuilder();
    patch.append("--- ").append(beforeTitle).append('\n');
    patch.append("+++ ").append(afterTitle).append('\n');
    int hunk = 0;
    while (hunk < model.hunks().size()) {
      int last = hunk;
      while (last + 1 < model.hunks().size()
          && model.hunks().get(last + 1).from() - model.hunks().get(last).to() <= 2 * CONTEXT) {
        last++;
      }
      int from = Math.max(0, model.hunks().get(hunk).from() - CONTEXT);
      int to = Math.min(model.rows().size(), model.hunks().get(last).to() + CONTEXT);
      append(patch, model, from, to);
      hunk = last + 1;
    }
    return patch.toString();
  }

  private static void append(StringBuilder patch, DiffModel model, int from, int to) {
    // A piece begins with an equal line, or with the texts themselves.
    int before = from == 0 ? 0 : model.rows().get(from).before();
    int after = from == 0 ? 0 : model.rows().get(from).after();
    StringBuilder lines = new StringBuilder();
    int went = 0;
    int came = 0;
    int row = from;
    while (row < to) {
      int end = row;
      while (end < to && model.rows().get(end).isEqual() == model.rows().get(row).isEqual()) {
        end++;
      }
      boolean equal = model.rows().get(row).isEqual();
      for (DiffRow one :
          equal
              ? model.rows().subList(row, end)
              : Pairing.unified(model.rows().subList(row, end))) {
        went += one.before() == DiffRow.NONE ? 0 : 1;
        came += one.after() == DiffRow.NONE ? 0 : 1;
        lines.append(sign(one)).append(line(model, one)).append('\n');
      }
      row = end;
    }
    patch.append(
        "@@ -%d,%d +%d,%d @@\n"
            .formatted(went == 0 ? before : before + 1, went, came == 0 ? after : after + 1, came));
    patch.append(lines);
  }

  private static char sign(DiffRow row) {
    return switch (row.change()) {
      case EQUAL, CHANGED -> ' ';
      case REMOVED -> '-';
      case ADDED -> '+';
    };
  }

  private static String line(DiffModel model, DiffRow row) {
    return row.after() == DiffRow.NONE
        ? DiffModel.line(model.before(), row.before())
        : DiffModel.line(model.after(), row.after());
  }
}
