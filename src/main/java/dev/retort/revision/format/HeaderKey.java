package dev.retort.revision.format;

/** What a header line can say. */
public enum HeaderKey {
  REVISION_ID("Revision ID"),
  REVISES("Revises"),
  CREATE_DATE("Create Date"),
  BRANCH_LABELS("Branch Labels"),
  DEPENDS_ON("Depends On");

  private final String label;

  HeaderKey(String label) {
    this.label = label;
  }

  /** The key as it is written. */
  public String label() {
    return label;
  }
}
