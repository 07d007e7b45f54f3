package training.powerbi.server.web.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MessagePiecesTest {
    private final MessagePieces pieces = new MessagePieces(10);

    @Test
    void aMessageInPiecesIsWholeAfterTheLast() {
        assertThat(pieces.add("ab", false)).isEmpty();
        assertThat(pieces.add("", false)).isEmpty();
        assertThat(pieces.add("cd", true)).contains("abcd");
        assertThat(pieces.add("next", true)).contains("next");
    }

    @Test
    void theLimitIsOfBytesOverAllPieces() {
        assertThat(pieces.fits("0123456789")).isTrue();
        assertThat(pieces.fits("01234567890")).isFalse();
        assertThat(pieces.fits("漢漢漢")).isTrue();
        assertThat(pieces.fits("漢漢漢漢")).isFalse();
        assertThat(pieces.fits("😀😀ab")).isTrue();
        assertThat(pieces.fits("😀😀abc")).isFalse();
        pieces.add("漢漢ü", false);
        assertThat(pieces.fits("ab")).isTrue();
        assertThat(pieces.fits("abc")).isFalse();
    }

    @Test
    void theNextMessageStartsFromNothing() {
        pieces.add("012345678", false);
        pieces.add("9", true);
        assertThat(pieces.fits("0123456789")).isTrue();
    }

    @Test
    void aMessageIsOverdueWhenItWasUnderWayForTooLong() {
        var start = Instant.parse("2026-03-01T10:00:00Z");
        var time = Duration.ofSeconds(2);
        assertThat(pieces.isOverdue(start, time)).isFalse();
        pieces.add("a", false);
        assertThat(pieces.isOverdue(start.plusSeconds(10), time)).isFalse();
        pieces.add("b", false);
        assertThat(pieces.isOverdue(start.plusSeconds(12), time)).isFalse();
        assertThat(pieces.isOverdue(start.plusSeconds(13), time)).isTrue();
        pieces.add("c", true);
        assertThat(pieces.isOverdue(start.plusSeconds(14), time)).isFalse();
        pieces.add("d", false);
        assertThat(pieces.isOverdue(start.plusSeconds(15), time)).isFalse();
        pieces.add("e", true);
        pieces.add("f", false);
        assertThat(pieces.isOverdue(start.plusSeconds(18), time)).isFalse();
    }

    @Test
    void theLimitMayGrowLater() {
        assertThat(pieces.fits("01234567890")).isFalse();
        pieces.allow(11);
        assertThat(pieces.fits("01234567890")).isTrue();
    }
}
