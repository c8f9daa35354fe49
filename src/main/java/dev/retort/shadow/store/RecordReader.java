package dev.retort.shadow.store;

import java.io.DataInputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what {@link RecordWriter} has written, of records of the same shape. */
final class RecordReader {
  private final DataInputStream in;
  private final List<String> texts = new ArrayList<>();

  RecordReader(DataInputStream in) {
    this.in = in;
  }

  /**
   * Reads a value.
   *
   * @throws IOException if there is less than a whole one
   */
  Object read(Type type) throws IOException {
    if (type instanceof ParameterizedType generic) {
      return readGeneric(generic);
    }
    if (type instanceof Class<?> plain) {
      return readPlain(plain);
    }
    throw new IllegalArgumentException("no way to read " + type);
  }

  private Object readGeneric(ParameterizedType type) throws IOException {
    Type[] arguments = type.getActualTypeArguments();
    if (type.getRawType() == Optional.class) {
      return in.readBoolean() ? Optional.of(read(arguments[0])) : Optional.empty();
    }
    int size = in.readInt();
    if (type.getRawType() == List.class) {
      List<Object> list = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        list.add(read(arguments[0]));
      }
      return list;
    }
    if (type.getRawType() instanceof Class<?> raw && Map.class.isAssignableFrom(raw)) {
      TreeMap<String, Object> map = new TreeMap<>();
      for (int i = 0; i < size; i++) {
        map.put((String) read(arguments[0]), read(arguments[1]));
      }
      return map;
    }
    throw new IllegalArgumentException("no way to read " + type);
  }

  private Object readPlain(Class<?> type) throws IOException {
    if (type == String.class) {
      return readText();
    }
    if (type == int.class || type == Integer.class) {
      return in.readInt();
    }
    if (type == long.class || type == Long.class) {
      return in.readLong();
    }
    if (type == boolean.class || type == Boolean.class) {
      return in.readBoolean();
    }
    if (type.isEnum()) {
      return constant(type, readText());
    }
    return readRecord(type.isRecord() ? type : Shape.leaves(type).get(in.readUnsignedByte()));
  }

  private static Object constant(Class<?> type, String name) throws IOException {
    for (Object constant : type.getEnumConstants()) {
      if (constant instanceof Enum<?> one && one.name().equals(name)) {
        return one;
      }
    }
    throw new IOException("there is no " + type.getSimpleName() + " " + name);
  }

  private Object readRecord(Class<?> type) throws IOException {
    RecordComponent[] parts = type.getRecordComponents();
    Object[] values = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      values[i] = read(parts[i].getGenericType());
    }
    try {
      Class<?>[] types =
          Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IOException("no " + type.getSimpleName() + " can be made of what was written", e);
    }
  }

  private String readText() throws IOException {
    int length = in.readInt();
    if (length < 0) {
      return texts.get(-1 - length);
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new IOException("the text ends early");
    }
    texts.add(new String(bytes, StandardCharsets.UTF_8));
    return texts.getLast();
  }
}
