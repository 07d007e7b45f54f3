package training.powerbi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.model.error.PortalException;

class TypedTextTest {

    @Test
    void everyWhiteSpaceAroundATextGoesAndTheOneInsideStays() {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(character -> Character.isWhitespace(character) || Character.isSpaceChar(character))
                .mapToObj(Character::toString)
                .forEach(space -> assertThat(TypedText.of("title", space + "Day" + space + "one" + space + space))
                        .isEqualTo(Normalizer.normalize("Day" + space + "one", Normalizer.Form.NFC)));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00AD, 0x034F, 0x061C, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D,
                0x202E, 0x2060, 0x2061, 0x2064, 0x2066, 0x2067, 0x2068, 0x2069, 0x206F, 0x3164, 0xFEFF, 0xFFF9, 0xE0001,
                0xE0061, 0x180B, 0x180F, 0x2065, 0xFE00, 0xFE0E, 0xFE0F, 0xFFF0, 0x16FE4, 0xE0000, 0xE0100, 0xE01EF,
                        0xE0FFF
            })
    void whatShowsNothingGoesWhereverItStands(int character) {
        var hidden = Character.toString(character);
        assertThat(TypedText.of("title", hidden + " Da" + hidden + "y 1 " + hidden))
                .isEqualTo("Day 1");
    }

    @Test
    void aLetterHasOneSpelling() {
        var composed = "Übungsdatei – Größe";
        assertThat(TypedText.of("title", Normalizer.normalize(composed, Normalizer.Form.NFD)))
                .isEqualTo(composed);
        // A hidden character between letter and accent does not keep them apart.
        assertThat(TypedText.of("title", "u\u200B\u0308")).isEqualTo("ü");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Заголовок",
                "日本語の授業",
                "درس ١",
                "😀 Welcome",
                "a\u00A0b",
                "№ 5",
                "line\nline",
                "❤\uFE0F",
                "Day 1\uFE0F\u20E3",
                "👁\uFE0F\u200D🗨\uFE0F",
                "葛\udb40\udd00城",
                "ᠠ\u180B",
                "≨\uFE00",
                "a\u2800b"
            })
    void whatCanBeSeenStays(String text) {
        assertThat(TypedText.of("title", text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud800", "a\udc00b", "\ud83d", "\ude00\ud83d", "x\ud83d\ud83d\ude00"})
    void halfACharacterIsRefused(String text) {
        assertThatThrownBy(() -> TypedText.of("title", text))
                .isInstanceOfSatisfying(
                        PortalException.class,
                        refused -> assertThat(refused.field()).contains("title"));
    }

    @Test
    void aTowerOfAccentsIsRefusedAtOnce() {
        var tower = "a" + "\u0300".repeat(16_000) + "\u0316".repeat(16_000);
        assertThatThrownBy(() -> TypedText.of("title", tower)).isInstanceOf(PortalException.class);
        assertThat(new TypedText(tower).value()).hasSize(tower.length());
    }

    @Test
    void aTowerIsOneWhateverHidesBetweenItsAccents() {
        var tower = "a" + "\u0300\u3164\uFE00".repeat(40);
        assertThatThrownBy(() -> TypedText.of("title", tower)).isInstanceOf(PortalException.class);
    }

    @Test
    void aSelectorIsNotMovedToAnotherLetter() {
        assertThat(TypedText.of("title", "❤\u200B\uFE0F")).isEqualTo("❤");
        assertThat(TypedText.of("title", "❤\uFE0F\uFE0E")).isEqualTo("❤\uFE0F");
    }

    @Test
    void cleaningTwiceIsCleaningOnce() {
        var once = TypedText.of("title", "\u200B \u2000a\u0301\u00AD \u3000");
        assertThat(TypedText.of("title", once)).isEqualTo(once).isEqualTo("á");
    }
}
