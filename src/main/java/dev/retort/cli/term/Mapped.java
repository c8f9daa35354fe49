package dev.retort.cli.term;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;

/**
 * A list as another: each element is made when it is asked for, and not kept. What is written for
 * hundreds of thousands of statements needs the room of one.
 */
public final class Mapped<A, B> extends AbstractList<B> implements RandomAccess {
  private final List<A> list;
  private final Function<? super A, ? extends B> function;

  /** The list that a function makes of another; reads through to it. */
  public Mapped(List<A> list, Function<? super A, ? extends B> function) {
    this.list = list;
    this.function = function;
  }

  @Override
  public B get(int index) {
    return function.apply(list.get(index));
  }

  @Override
  public int size() {
    return list.size();
  }
}
