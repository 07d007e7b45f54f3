package training.powerbi.desktop.ui;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Objects;
import java.util.Properties;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/// The screens' part of the words, while it lies beside the others.
public final class messages_en_XT extends ResourceBundle {
    private final Properties words = new Properties();

    public messages_en_XT() {
        try (var in = Objects.requireNonNull(
                        messages_en_XT.class.getResourceAsStream("messages-screens.properties"));
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        return words.getProperty(key);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(words.stringPropertyNames());
    }
}
