package training.powerbi.server.account.user;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.Glyph;
import training.powerbi.model.TypedText;
import training.powerbi.model.error.PortalException;

/// E-mail addresses as account names.
public final class Emails {
    static final String FIELD = "email";
    private static final int MAX_LENGTH = 254;
    private static final int MAX_LOCAL = 64;
    private static final int MAX_DOMAIN = 253;
    private static final int MAX_LABEL = 63;
    /// Longer than any address, whatever was hidden in it: not worth a look.
    private static final int SANE = 1_000;
    /// What is taken for an address of insane length: nobody's, and short, for throttles remember what was tried.
    private static final String NOBODY = "(too long)";
    private static final Pattern LOCAL =
            Pattern.compile("[^\\p{Z}\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}@<>\"(),:;\\[\\]\\\\]+");
    /// Letters, marks, digits, hyphens, and the points that Catalan, Greek, Hebrew and Japanese names may have inside.
    private static final Pattern LABEL = Pattern.compile("[\\p{L}\\p{M}\\p{N}\u00B7\u0375\u05F3\u05F4\u30FB-]+");

    private Emails() {}

    /// One spelling for one address, of whatever was typed or stored: letters of double width, ligatures and the like
    /// are the plain ones, as mail servers have them, and domains are in their own script.
    public static String normal(String email) {
        if (email.length() > SANE) {
            return email;
        }
        var plain = plain(email);
        int domain = plain.lastIndexOf('@') + 1;
        return plain.substring(0, domain)
                + Arrays.stream(plain.substring(domain).split("\\.", -1))
                        .map(Emails::readable)
                        .collect(Collectors.joining("."));
    }

    private static String plain(String text) {
        var lower = compatible(bare(text)).toLowerCase(Locale.ROOT);
        return bare(compatible(lower).replace('\u3002', '.'));
    }

    /// What can be seen in it: in an address not even a picture's shape tells two of them apart.
    private static String bare(String text) {
        var shown = text.codePoints()
                .filter(character -> new Glyph(character).isShown())
                .toArray();
        return new TypedText(new String(shown, 0, shown.length)).value();
    }

    /// A part of a domain in its own script, where it is one that could have been typed so. Else its ASCII form is the
    /// only one it has.
    private static String readable(String label) {
        return Punycode.read(label)
                .filter(name -> LABEL.matcher(name).matches() && plain(name).equals(name) && encodable(name))
                .orElse(label);
    }

    /// As [#normal], of what someone types. Never longer than any address might be.
    ///
    /// @throws PortalException BAD_USER_INPUT when it is broken
    public static String typed(String email) {
        var normal = normal(TypedText.of(FIELD, email));
        return normal.length() > SANE ? NOBODY : normal;
    }

    public static String required(@Nullable String email) {
        var normal = email == null ? "" : typed(email);
        if (normal.isEmpty()) {
            throw PortalException.badInput(FIELD, "Enter an e-mail address.");
        }
        if (!plausible(normal)) {
            throw PortalException.badInput(FIELD, "This is not an e-mail address.");
        }
        return normal;
    }

    private static String compatible(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    private static boolean plausible(String email) {
        int at = email.lastIndexOf('@');
        return at > 0
                && email.length() <= MAX_LENGTH
                && local(email.substring(0, at))
                && domain(email.substring(at + 1));
    }

    private static boolean local(String name) {
        return name.length() <= MAX_LOCAL
                && LOCAL.matcher(name).matches()
                && name.codePoints().noneMatch(character -> new Glyph(character).isBlank())
                && dotted(name);
    }

    /// Dots part something from something.
    private static boolean dotted(String name) {
        return !name.startsWith(".") && !name.endsWith(".") && !name.contains("..");
    }

    private static boolean domain(String name) {
        return !name.isEmpty()
                && dotted(name)
                && Arrays.stream(name.split("\\.")).allMatch(Emails::label)
                && encodable(name);
    }

    private static boolean label(String label) {
        return LABEL.matcher(label).matches() && !label.startsWith("-") && !label.endsWith("-");
    }

    /// Names in other scripts travel in ASCII, and are measured there.
    private static boolean encodable(String domain) {
        try {
            var ascii = IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED);
            return ascii.length() <= MAX_DOMAIN
                    && Arrays.stream(ascii.split("\\.")).allMatch(label -> label.length() <= MAX_LABEL);
        } catch (IllegalArgumentException tooLong) {
            return false;
        }
    }
}
