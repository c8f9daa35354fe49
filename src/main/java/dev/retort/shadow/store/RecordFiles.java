package dev.retort.shadow.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Records by key, a file each, in a folder whose size is bounded: what was not asked for the
 * longest goes first. A cache: what cannot be read, or was written by another version of Retort, is
 * as if it were not there, and what cannot be written is not kept. Any thread, any process.
 */
public final class RecordFiles<T extends Record> {
  private static final String ENDING = ".record";
  private static final long LARGEST = 64L * 1024 * 1024;
  private static final int MOST = 2000;

  private final Class<T> type;
  private final Path folder;
  private final long largest;
  private final int most;
  private final long shape;

  /** Files of one sort of record in a folder, which is made when it is needed. */
  public RecordFiles(Class<T> type, Path folder) {
    this(type, folder, LARGEST, MOST);
  }

  RecordFiles(Class<T> type, Path folder, long largest, int most) {
    this.type = type;
    this.folder = folder;
    this.largest = largest;
    this.most = most;
    this.shape = checksum(Shape.of(type).getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /** The record that was kept under a key. */
  public Optional<T> find(String key) {
    Path file = file(key);
    try {
      byte[] bytes = Files.readAllBytes(file);
      T record = read(bytes);
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
      return Optional.of(record);
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** Keeps a record under a key. */
  public void keep(String key, T record) {
    try {
      Files.createDirectories(folder);
      Path fresh = Files.createTempFile(folder, key, ".new");
      try {
        Files.write(fresh, write(record));
        Files.move(fresh, file(key), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(fresh);
      }
      bound();
    } catch (IOException e) {
      // The next one to ask replays it again.
    }
  }

  private Path file(String key) {
    return folder.resolve(key + ENDING);
  }

  private byte[] write(T record) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(body))) {
      new RecordWriter(out).write(type, record);
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(whole)) {
      out.writeLong(shape);
      out.writeLong(checksum(body.toByteArray()));
      body.writeTo(out);
    }
    return whole.toByteArray();
  }

  private T read(byte[] bytes) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      byte[] body =
          Arrays.copyOfRange(bytes, 2 * Long.BYTES, Math.max(2 * Long.BYTES, bytes.length));
      if (in.readLong() != shape || in.readLong() != checksum(body)) {
        throw new IOException("it is another version's, or not whole");
      }
      DataInputStream unpacked =
          new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(body)));
      return type.cast(new RecordReader(unpacked).read(type));
    }
  }

  private static long checksum(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }

  private record Aged(Path file, long size, FileTime used) {}

  private void bound() throws IOException {
    List<Aged> files = new ArrayList<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.toList()) {
        files.add(new Aged(file, Files.size(file), Files.getLastModifiedTime(file)));
      }
    }
    files.sort(Comparator.comparing(Aged::used).reversed());
    long size = 0;
    int count = 0;
    for (Aged file : files) {
      size += file.size();
      count++;
      if (size > largest || count > most) {
        Files.deleteIfExists(file.file());
      }
    }
  }
}
