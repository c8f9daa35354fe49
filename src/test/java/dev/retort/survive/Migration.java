package dev.retort.survive;

import java.util.List;

/** A revision as a test makes it. */
record Migration(String id, String message, List<String> downs, Section up, Section down) {

  String fileName() {
    return id + "_" + message.replace(' ', '_') + ".sql";
  }

  /** The revision's file. */
  String text() {
    return "-- "
        + message
        + "\n--\n-- Revision ID: "
        + id
        + "\n-- Revises: "
        + String.join(", ", downs)
        + "\n\n"
        + up.text("upgrade")
        + "\n"
        + down.text("downgrade");
  }
}
