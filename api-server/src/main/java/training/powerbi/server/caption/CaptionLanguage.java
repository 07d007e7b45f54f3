package training.powerbi.server.caption;

import java.util.IllformedLocaleException;
import java.util.Locale;
import training.powerbi.model.error.PortalException;

/// A language as BCP 47 writes it.
///
/// @param tag in its canonical form, such as `en` or `pt-BR`
/// @param label its name in itself, for the player's menu
record CaptionLanguage(String tag, String label) {
    private static final int LONGEST = 35;

    /// @throws PortalException BAD_USER_INPUT for anything that is no language tag
    static CaptionLanguage parse(String text) {
        try {
            var locale = new Locale.Builder().setLanguageTag(text).build();
            if (!locale.getLanguage().isEmpty() && text.length() <= LONGEST) {
                return new CaptionLanguage(locale.toLanguageTag(), locale.getDisplayName(locale));
            }
        } catch (IllformedLocaleException e) {
            // Told below, like a tag without a language.
        }
        throw PortalException.badInput("language", "This is no language tag; write one such as en, de or pt-BR.");
    }
}
