package dev.retort.shadow.store;

import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes records made of texts, numbers, enums, optionals, lists, maps of texts, other records and
 * sealed interfaces of them. A text that comes again is written as its number.
 */
final class RecordWriter {
  private final DataOutputStream out;
  private final Map<String, Integer> texts = new HashMap<>();

  RecordWriter(DataOutputStream out) {
    this.out = out;
  }

  void write(Type type, Object value) throws IOException {
    if (type instanceof ParameterizedType generic) {
      writeGeneric(generic, value);
    } else if (type instanceof Class<?> plain) {
      writePlain(plain, value);
    } else {
      throw new IllegalArgumentException("no way to write " + type);
    }
  }

  private void writeGeneric(ParameterizedType type, Object value) throws IOException {
    Type[] arguments = type.getActualTypeArguments();
    switch (value) {
      case Optional<?> optional -> {
        out.writeBoolean(optional.isPresent());
        if (optional.isPresent()) {
          write(arguments[0], optional.get());
        }
      }
      case List<?> list -> {
        out.writeInt(list.size());
        for (Object element : list) {
          write(arguments[0], element);
        }
      }
      case Map<?, ?> map -> {
        out.writeInt(map.size());
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          write(arguments[0], entry.getKey());
          write(arguments[1], entry.getValue());
        }
      }
      default -> throw new IllegalArgumentException("no way to write " + type);
    }
  }

  private void writePlain(Class<?> type, Object value) throws IOException {
    switch (value) {
      case String text -> writeText(text);
      case Integer number -> out.writeInt(number);
      case Long number -> out.writeLong(number);
      case Boolean flag -> out.writeBoolean(flag);
      case Enum<?> constant -> writeText(constant.name());
      case Record record -> {
        if (!type.isRecord()) {
          out.writeByte(Shape.leaves(type).indexOf(record.getClass()));
        }
        writeParts(record);
      }
      default -> throw new IllegalArgumentException("no way to write " + type);
    }
  }

  private void writeParts(Record record) throws IOException {
    for (RecordComponent part : record.getClass().getRecordComponents()) {
      try {
        write(part.getGenericType(), part.getAccessor().invoke(record));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("no way to read " + part, e);
      }
    }
  }

  private void writeText(String text) throws IOException {
    Integer known = texts.putIfAbsent(text, texts.size());
    if (known != null) {
      out.writeInt(-1 - known);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
