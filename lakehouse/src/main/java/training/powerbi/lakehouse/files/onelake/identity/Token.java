package training.powerbi.lakehouse.files.onelake.identity;

import java.time.Duration;
import java.time.Instant;

/// An access token.
///
/// @param renewAt when a new one should be asked for
record Token(String value, Instant renewAt, Instant expires) {
    private static final int FIFTHS = 5;

    static Token of(String value, Instant now, Instant expires) {
        var life = Duration.between(now, expires);
        return new Token(value, now.plus(life.multipliedBy(FIFTHS - 1).dividedBy(FIFTHS)), expires);
    }

    @Override
    public String toString() {
        return "Token until " + expires;
    }
}
