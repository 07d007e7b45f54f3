package training.powerbi.server.account.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "seven77",
                "password",
                "12345678",
                "PASSWORD1",
                "iloveyou",
                "qwertyuiop",
                "1qaz2wsx",
                "PowerBI2026Admin!",
                "powerbi2026admin!",
                "aaaaaaaa",
                "abcabcabc",
                "12121212121212",
                "23456789",
                "abcdefghij",
                " password ",
                "ada@example.org",
                "\uD800 half a character"
            })
    void aWeakPasswordIsRefusedWithASentence(String password) {
        assertThat(rules.complaint(password, "ada@example.org"))
                .get()
                .asString()
                .endsWith(".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"correct horse battery", "x7Kp-q9Zw", "Übergrößenträger", "пароль-для-входа", "🐘🦒🐍🦉🐝🦊🐻🐼"
            })
    void aGoodPasswordNeedsNoParticularCharacters(String password) {
        assertThat(rules.complaint(password, "ada@example.org")).isEmpty();
    }

    @Test
    void aLongPasswordIsFineUpToALimit() {
        assertThat(rules.complaint("éß漢🐘x7".repeat(22).substring(0, 128), "ada@example.org"))
                .isEmpty();
        assertThat(rules.complaint("correct horse ".repeat(73), "ada@example.org"))
                .isEmpty();
        assertThat(rules.complaint("correct horse ".repeat(74), "ada@example.org"))
                .isPresent();
    }
}
