package dev.retort.graph;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ends of the lines being walked, in order, and the one at hand. */
final class TipList {
  private final Map<Node, Tip> byNode = new HashMap<>();
  private @Nullable Tip first;
  private @Nullable Tip last;
  private @Nullable Tip at;
  private int appended;

  /** A place in the list; what stands there changes as its line is walked. */
  static final class Tip {
    private final int order;
    private Node node;
    private @Nullable Tip previous;
    private @Nullable Tip next;

    private Tip(int order, Node node) {
      this.order = order;
      this.node = node;
    }

    Node node() {
      return node;
    }

    boolean isBefore(Tip other) {
      return order < other.order;
    }
  }

  /** The tip at hand; null where there is none. */
  @Nullable Tip at() {
    return at;
  }

  void toFirst() {
    at = first;
  }

  void moveTo(Tip tip) {
    at = tip;
  }

  /** The place at which a node stands; null where it does not. */
  @Nullable Tip of(Node node) {
    return byNode.get(node);
  }

  /** Whether a tip is the first in the list, another one not counted. */
  boolean isFirstBeside(Tip tip, Tip other) {
    return tip.previous == null || (tip.previous == other && other.previous == null);
  }

  /** A node's place at the end; it is not in the list yet. */
  Tip append(Node node) {
    Tip tip = new Tip(appended++, node);
    byNode.put(node, tip);
    tip.previous = last;
    if (last == null) {
      first = tip;
    } else {
      last.next = tip;
    }
    last = tip;
    return tip;
  }

  /** Another node takes a tip's place. */
  void replace(Tip tip, Node node) {
    byNode.remove(tip.node);
    tip.node = node;
    byNode.put(node, tip);
  }

  /** A tip goes; the one before it, or else the first, is at hand. */
  void remove(Tip tip) {
    byNode.remove(tip.node);
    if (tip.previous == null) {
      first = tip.next;
    } else {
      tip.previous.next = tip.next;
    }
    if (tip.next == null) {
      last = tip.previous;
    } else {
      tip.next.previous = tip.previous;
    }
    at = tip.previous == null ? first : tip.previous;
  }
}
