package dev.retort.testing;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test a fresh database: {@code @ExtendWith(PgExtension.class)} and a parameter of type
 * {@link PgDatabase} on the test method or its {@code @BeforeEach}.
 *
 * <p>One embedded server serves the whole test JVM; it is started by the first test that asks and
 * stopped with the JUnit run. A test that leaves a connection open fails.
 */
public final class PgExtension implements ParameterResolver, AfterEachCallback {
  private static final Namespace NAMESPACE = Namespace.create(PgExtension.class);
  private static final AtomicInteger COUNTER = new AtomicInteger();

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == PgDatabase.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    PgServer server =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(PgServer.class, type -> PgServer.start(), PgServer.class);
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            PgDatabase.class,
            type -> server.create("test_" + COUNTER.incrementAndGet()),
            PgDatabase.class);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    PgDatabase database = context.getStore(NAMESPACE).remove(PgDatabase.class, PgDatabase.class);
    if (database != null) {
      database.dropAndCheckForLeaks();
    }
  }
}
