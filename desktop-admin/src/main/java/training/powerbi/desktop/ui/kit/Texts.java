package training.powerbi.desktop.ui.kit;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The program's words, from the resource bundle `messages`. A key that is not there is a defect and fails at once.
public final class Texts {
    private final ResourceBundle bundle;
    private final Locale locale;

    public Texts(Locale locale) {
        this.bundle = ResourceBundle.getBundle("training.powerbi.desktop.ui.messages", locale);
        this.locale = locale;
    }

    /// The text, with `{0}` and so on filled in.
    public String get(String key, Object... values) {
        var text = bundle.getString(key);
        return values.length == 0 ? text : new MessageFormat(text, locale).format(values);
    }

    /// For words that a file refers to by their keys.
    ResourceBundle bundle() {
        return bundle;
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /// For dates and numbers.
    public Locale locale() {
        return locale;
    }
}
