package training.powerbi.server.web.graphql.scalar;

/// Finds numbers of absurd length in a document before it is parsed: the parser turns digits into a number in time that
/// grows with the square of their count, for anonymous callers too. Texts and comments may hold any digits.
public final class LongNumbers {
    /// More than any number of the schema's types can use.
    public static final int MOST_DIGITS = 100;

    private static final String BLOCK = "\"\"\"";

    private final String document;
    private int at;

    private LongNumbers(String document) {
        this.document = document;
    }

    public static boolean in(String document) {
        return new LongNumbers(document).find();
    }

    private boolean find() {
        int digits = 0;
        while (at < document.length()) {
            char c = document.charAt(at);
            digits = c >= '0' && c <= '9' ? digits + 1 : 0;
            if (digits > MOST_DIGITS) {
                return true;
            }
            switch (c) {
                case '"' -> skipText();
                case '#' -> skipLine();
                default -> at++;
            }
        }
        return false;
    }

    private void skipText() {
        if (document.startsWith(BLOCK, at)) {
            skipBlock();
            return;
        }
        at++;
        while (at < document.length() && !isLineEnd(document.charAt(at))) {
            char c = document.charAt(at);
            at += c == '\\' ? 2 : 1;
            if (c == '"') {
                return;
            }
        }
    }

    private void skipBlock() {
        at += BLOCK.length();
        while (at < document.length() && !document.startsWith(BLOCK, at)) {
            at += document.startsWith("\\" + BLOCK, at) ? 1 + BLOCK.length() : 1;
        }
        at += BLOCK.length();
    }

    private void skipLine() {
        while (at < document.length() && !isLineEnd(document.charAt(at))) {
            at++;
        }
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
