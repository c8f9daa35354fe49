package dev.retort.profile.secret;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;

/**
 * The key ring by java-keyring: the Secret Service or KWallet, macOS's Keychain, Windows'
 * credentials. The one class that touches the library, so that a command that needs no key ring
 * does not load it.
 */
final class JavaKeyring implements KeyRing {
  private final Keyring keyring;

  private JavaKeyring(Keyring keyring) {
    this.keyring = keyring;
  }

  static KeyRing open() throws KeyRingException {
    try {
      return new JavaKeyring(Keyring.create());
    } catch (BackendNotSupportedException | RuntimeException | LinkageError e) {
      throw new KeyRingException("no key ring answers", e);
    }
  }

  @Override
  public String get(String service, String account) throws KeyRingException {
    try {
      return keyring.getPassword(service, account);
    } catch (PasswordAccessException | RuntimeException e) {
      throw new KeyRingException("the key ring did not give the password", e);
    }
  }

  @Override
  public void set(String service, String account, String password) throws KeyRingException {
    try {
      keyring.setPassword(service, account, password);
    } catch (PasswordAccessException | RuntimeException e) {
      throw new KeyRingException("the key ring did not take the password", e);
    }
  }

  @Override
  public void delete(String service, String account) throws KeyRingException {
    try {
      keyring.deletePassword(service, account);
    } catch (PasswordAccessException | RuntimeException e) {
      throw new KeyRingException("the key ring did not let go of the password", e);
    }
  }

  @Override
  public void close() {
    try {
      keyring.close();
    } catch (Exception e) {
      // What was asked of it has been answered; only the connection stays until the process ends.
    }
  }
}
