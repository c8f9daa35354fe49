package dev.retort.profile.secret;

/** The operating system's key ring, opened; calls may block for as long as the system likes. */
interface KeyRing extends AutoCloseable {
  String get(String service, String account) throws KeyRingException;

  void set(String service, String account, String password) throws KeyRingException;

  void delete(String service, String account) throws KeyRingException;

  /** Lets go of the connection to it. */
  @Override
  void close();

  /** Opens one. */
  interface Opener {
    KeyRing open() throws KeyRingException;
  }

  /** The key ring is not there, is locked, or has no such entry. */
  final class KeyRingException extends Exception {
    private static final long serialVersionUID = 1L;

    KeyRingException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
