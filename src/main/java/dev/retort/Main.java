package dev.retort;

/** Picks the command line or the desktop client from the arguments; nothing else. */
public final class Main {
  private Main() {}

  /** Starts Retort. */
  public static void main(String[] args) {}
}
