package training.powerbi.server.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.server.transfer.ByteRange.Meaning;

class ByteRangeTest {
    private static final long SIZE = 20_000_000;
    private static final long MOST_AT_ONCE = 8_388_608;

    private static Meaning parse(String header) {
        return ByteRange.parse(header, SIZE, MOST_AT_ONCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "1%s", "1%s-", "1-%s x", "%s-1-", "-%sx"})
    @Timeout(5)
    void aHeaderOfBlanksCostsNoMoreThanItIsLong(String header) {
        assertThat(parse("bytes=" + header.replace("%s", " ".repeat(60_000)))).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 0",
        "bytes=5-9, 5, 9",
        "BYTES= 5 - 9 , 5, 9",
        "bytes=19999999-, 19999999, 19999999",
        "bytes=0-, 0, 8388607",
        "bytes=1000-, 1000, 8389607",
        "bytes=0-19999999, 0, 19999999",
        "bytes=5-99999999, 5, 19999999",
        "bytes=5-99999999999999999999999, 5, 19999999",
        "bytes=-1, 19999999, 19999999",
        "bytes=-20000000, 0, 19999999",
        "bytes=-99999999999999999999999, 0, 19999999"
    })
    void aRangeIsWhatItSays(String header, long first, long last) {
        assertThat(parse(header)).isEqualTo(new Meaning.Part(new ByteRange(first, last)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=20000000-", "bytes=20000000-20000001", "bytes=99999999999999999999-", "bytes=-0"})
    void aRangeBehindTheEndCannotBe(String header) {
        assertThat(parse(header)).isEqualTo(new Meaning.Unsatisfiable());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=-",
                "bytes=9-5",
                "bytes=a-b",
                "bytes=1-2,4-5",
                "bytes=--1",
                "bytes=1--2",
                "items=0-5",
                "bytes=0x1-2",
                "bytes=+1-2"
            })
    void whatIsNoSingleRangeIsIgnored(String header) {
        assertThat(parse(header)).isEqualTo(new Meaning.Whole());
    }

    @Test
    void aRangeWithoutAnEndGoesToTheEndForThoseWhoDoNotComeBack() {
        assertThat(ByteRange.parse("bytes=1000-", SIZE, Long.MAX_VALUE))
                .isEqualTo(new Meaning.Part(new ByteRange(1000, SIZE - 1)));
    }

    @Test
    void randomRangesStayWithinTheFile() {
        var random = new Random(3);
        for (int round = 0; round < 2_000; round++) {
            long size = 1 + random.nextLong(30_000_000);
            long first = random.nextLong(size * 2);
            long last = first + random.nextLong(size);
            var meaning = ByteRange.parse("bytes=" + first + '-' + last, size, MOST_AT_ONCE);
            assertThat(meaning)
                    .isEqualTo(
                            first >= size
                                    ? new Meaning.Unsatisfiable()
                                    : new Meaning.Part(new ByteRange(first, Math.min(last, size - 1))));
        }
    }
}
