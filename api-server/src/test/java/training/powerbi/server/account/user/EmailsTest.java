package training.powerbi.server.account.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.model.error.PortalException;

class EmailsTest {

    /// The second one is short until its ligatures are written out.
    @ParameterizedTest
    @ValueSource(strings = {"x", "\uFDFA"})
    void whatIsTypedIsNeverKeptAtInsaneLength(String letter) {
        assertThat(Emails.typed(letter.repeat(60_000) + "@example.org")).hasSizeLessThanOrEqualTo(1_000);
        assertThat(Emails.typed(letter.repeat(900) + "@example.org")).hasSizeLessThanOrEqualTo(1_000);
    }

    @Test
    void anInsaneLengthIsNoAddressToRegister() {
        assertThatThrownBy(() -> Emails.required("x".repeat(60_000) + "@example.org"))
                .isInstanceOf(PortalException.class)
                .hasMessageContaining("not an e-mail address");
    }

    /// Unicode's `Default_Ignorable_Code_Point`, which Java does not know by name.
    @ParameterizedTest
    @CsvSource({
        "00AD, 00AD",
        "034F, 034F",
        "061C, 061C",
        "115F, 1160",
        "17B4, 17B5",
        "180B, 180F",
        "200B, 200F",
        "202A, 202E",
        "2060, 206F",
        "3164, 3164",
        "FE00, FE0F",
        "FEFF, FEFF",
        "FFA0, FFA0",
        "FFF0, FFF8",
        "1BCA0, 1BCA3",
        "1D173, 1D17A",
        "E0000, E0FFF"
    })
    void whatShowsNothingMakesNoOtherAddress(String first, String last) {
        IntStream.rangeClosed(Integer.parseInt(first, 16), Integer.parseInt(last, 16))
                .mapToObj(Character::toString)
                .forEach(hidden -> assertThat(List.of(
                                Emails.required("a" + hidden + "da@example.org"),
                                Emails.required("ada@ex" + hidden + "ample.org"),
                                Emails.required(hidden + "ada" + hidden + "@example.org" + hidden)))
                        .containsOnly("ada@example.org"));
    }

    @Test
    void aPictureIsOneWhateverShapeItIsAskedToHave() {
        assertThat(Emails.required("❤\uFE0F@example.org")).isEqualTo(Emails.required("❤@example.org"));
        assertThat(Emails.required("👁\uFE0F\u200D🗨@example.org")).isEqualTo(Emails.required("👁🗨@example.org"));
        assertThat(Emails.required("葛\udb40\udd00@example.org")).isEqualTo(Emails.required("葛@example.org"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x20, 0xA0, 0x85, 0x2003, 0x2028, 0x2800, 0x13441, 0x1D159, 0x0378, 0xFFFF, 0xE000, 0x10FFFF})
    void aGapAndWhatIsNoCharacterAreNoPartOfAnAddress(int character) {
        var inside = "a" + Character.toString(character) + "da@example.org";
        assertThatThrownBy(() -> Emails.required(inside)).isInstanceOf(PortalException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "ada@xn--mnchen-3ya.example, ada@münchen.example",
        "ADA@XN--MNCHEN-3YA.EXAMPLE, ada@münchen.example",
        "ada@a.xn--strae-oqa.example, ada@a.straße.example",
        "用户@xn--fsqu00a.xn--55qx5d, 用户@例子.公司",
        "x@xn--e1afmkfd.xn--80akhbyknj4f, x@пример.испытание",
        "x@xn--ihqwcrb4cv8a8dqg056pqjye.example, x@他们为什么不说中文.example",
        "x@xn--4dbrk0ce.example, x@ישראל.example"
    })
    void aDomainIsOneInItsScriptAndAsItTravels(String typed, String kept) {
        assertThat(Emails.required(typed)).isEqualTo(kept);
        assertThat(Emails.required(kept)).isEqualTo(kept);
    }

    /// They say nothing, or what nobody could have typed, or a picture, which is no letter.
    @ParameterizedTest
    @ValueSource(
            strings = {"xn--a", "xn--99999999", "xn--é", "xn--mnchen-3yazzzzzzzz", "xn--i-7iq", "xn--abc-", "xn--a-ecp"
            })
    void aDomainThatSaysNothingInAnyScriptStaysAsItIs(String label) {
        assertThat(Emails.typed("ada@" + label + ".example")).isEqualTo("ada@" + label + ".example");
    }

    @Test
    void anAddressHasOneSpellingOnly() {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(EmailsTest::mayChange)
                .mapToObj(character -> Emails.normal("a" + Character.toString(character) + "b@example.org"))
                .filter(once -> !Emails.normal(once).equals(once))
                .forEach(once -> Assertions.fail("Two spellings: " + once));
    }

    /// All that is anything, but for the thousands of one kind that no rule speaks of.
    private static boolean mayChange(int character) {
        int type = Character.getType(character);
        return type != Character.UNASSIGNED
                && type != Character.PRIVATE_USE
                && type != Character.SURROGATE
                && (type != Character.OTHER_LETTER || !Character.isIdeographic(character) || character > 0xF900)
                && (character < 0xAC00 || character > 0xD7A3);
    }
}
