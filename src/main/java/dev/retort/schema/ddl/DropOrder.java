package dev.retort.schema.ddl;

import dev.retort.schema.ObjectId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What needs comes before what it needs; found by Tarjan's algorithm, circles with it. */
final class DropOrder {
  private final Map<ObjectId, Set<ObjectId>> needs;
  private final Map<ObjectId, Integer> number = new HashMap<>();
  private final Map<ObjectId, Integer> low = new HashMap<>();
  private final Deque<ObjectId> stack = new ArrayDeque<>();
  private final Set<ObjectId> onStack = new HashSet<>();
  private final List<ObjectId> order = new ArrayList<>();
  private final Set<ObjectId> circular = new HashSet<>();

  DropOrder(Collection<ObjectId> objects, Map<ObjectId, Set<ObjectId>> needs) {
    this.needs = needs;
    for (ObjectId id : objects) {
      if (!number.containsKey(id)) {
        visit(id);
      }
    }
  }

  /** All objects, in the order in which they can be dropped. */
  List<ObjectId> order() {
    return order.reversed();
  }

  /** What needs itself by way of others. */
  Set<ObjectId> circular() {
    return circular;
  }

  private void visit(ObjectId id) {
    number.put(id, number.size());
    low.put(id, number.get(id));
    stack.push(id);
    onStack.add(id);
    for (ObjectId need : needs.getOrDefault(id, Set.of())) {
      if (!number.containsKey(need)) {
        visit(need);
        low.merge(id, low.get(need), Math::min);
      } else if (onStack.contains(need)) {
        low.merge(id, number.get(need), Math::min);
      }
    }
    if (low.get(id).equals(number.get(id))) {
      List<ObjectId> circle = new ArrayList<>();
      ObjectId member;
      do {
        member = stack.pop();
        onStack.remove(member);
        circle.add(member);
      } while (!member.equals(id));
      order.addAll(circle);
      if (circle.size() > 1) {
        circular.addAll(circle);
      }
    }
  }
}
