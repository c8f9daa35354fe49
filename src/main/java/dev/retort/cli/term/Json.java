package dev.retort.cli.term;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.jr.ob.JSON;
import com.fasterxml.jackson.jr.ob.JacksonJrExtension;
import com.fasterxml.jackson.jr.ob.api.ExtensionContext;
import com.fasterxml.jackson.jr.ob.api.ReaderWriterProvider;
import com.fasterxml.jackson.jr.ob.api.ValueWriter;
import com.fasterxml.jackson.jr.ob.impl.JSONWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes JSON for the output of commands: one indented document. */
final class Json {
  private static final Separators SEPARATORS =
      Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);

  /** A document that ends early must not look whole, so nothing is closed on its behalf. */
  private static final JsonFactory FACTORY =
      new JsonFactory()
          .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
          .disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);

  private static final JSON INDENTED =
      JSON.builder(FACTORY)
          .register(new LongTexts())
          .build()
          .with(JSON.Feature.PRETTY_PRINT_OUTPUT)
          .with(new DefaultPrettyPrinter(SEPARATORS));

  private Json() {}

  /**
   * Maps, lists, strings, long texts, numbers and booleans as JSON, as they come; the order of a
   * map's entries is kept.
   */
  static void indented(Map<?, ?> value, PrintStream out) {
    try {
      INDENTED.write(value, new OutputStreamWriter(out, out.charset()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells the library about {@link LongText}. */
  private static final class LongTexts extends JacksonJrExtension {
    @Override
    protected void register(ExtensionContext context) {
      context.insertProvider(
          new ReaderWriterProvider() {
            @Override
            public @Nullable ValueWriter findValueWriter(JSONWriter writer, Class<?> type) {
              return type == LongText.class ? new LongTextWriter() : null;
            }
          });
    }
  }

  /** Writes one as a string, escaping piece after piece. */
  private static final class LongTextWriter implements ValueWriter {
    @Override
    public void writeValue(JSONWriter context, JsonGenerator generator, Object value)
        throws IOException {
      // A raw value is preceded by what stands between values; its rest follows as it comes.
      generator.writeRawValue("\"");
      Escaped escaped = new Escaped(generator);
      try {
        ((LongText) value).source().accept(escaped::write);
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
      generator.writeRaw('"');
    }

    @Override
    public Class<?> valueType() {
      return LongText.class;
    }
  }
}
