package training.powerbi.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {
    private final Table table = new Table("ID", "TITLE")
            .row("1", "Žluťoučký kůň")
            .row("1234", "日本語のとても長い題名です")
            .row("9", "two\nlines and \u001b[31mred\u001b[0m and \u202eturned");

    @Test
    void whatIsPipedIsWhole() {
        assertThat(table.lines(0))
                .containsExactly(
                        "ID    TITLE",
                        "1     Žluťoučký kůň",
                        "1234  日本語のとても長い題名です",
                        "9     two lines and \uFFFD[31mred\uFFFD[0m and turned");
    }

    @Test
    void onATerminalNoLineIsLongerThanItsColumns() {
        assertThat(table.lines(20))
                .allSatisfy(line -> assertThat(Width.of(line)).isLessThanOrEqualTo(20));
        assertThat(table.lines(20).get(2)).isEqualTo("1234  日本語のとて…");
    }

    @Test
    void marksTakeNoRoomAndWideLettersTwo() {
        assertThat(Width.of("e\u0301")).isEqualTo(1);
        assertThat(Width.of("한국어")).isEqualTo(6);
        assertThat(Width.of("مرحبا")).isEqualTo(5);
        assertThat(Width.of("🎬")).isEqualTo(2);
    }
}
