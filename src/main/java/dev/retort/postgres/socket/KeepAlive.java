package dev.retort.postgres.socket;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketOption;
import jdk.net.ExtendedSocketOptions;

/** Has the operating system ask soon, and a few times, whether a silent server is still there. */
final class KeepAlive {
  private static final int IDLE_SECONDS = 30;
  private static final int INTERVAL_SECONDS = 10;
  private static final int COUNT = 3;

  private KeepAlive() {}

  /** Sets what this system can set; the rest stays as the system has it. */
  static void soon(Socket socket) throws SocketException {
    set(socket, ExtendedSocketOptions.TCP_KEEPIDLE, IDLE_SECONDS);
    set(socket, ExtendedSocketOptions.TCP_KEEPINTERVAL, INTERVAL_SECONDS);
    set(socket, ExtendedSocketOptions.TCP_KEEPCOUNT, COUNT);
  }

  private static void set(Socket socket, SocketOption<Integer> option, int value)
      throws SocketException {
    if (!socket.supportedOptions().contains(option)) {
      return;
    }
    try {
      socket.setOption(option, value);
    } catch (SocketException e) {
      throw e;
    } catch (IOException e) {
      throw new SocketException(option.name(), e);
    }
  }
}
