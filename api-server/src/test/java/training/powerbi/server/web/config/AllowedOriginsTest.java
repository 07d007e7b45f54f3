package training.powerbi.server.web.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.model.error.PortalException;

class AllowedOriginsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"https://a.example\", \"http://localhost:3000\"]",
                "https://a.example,http://localhost:3000",
                " https://A.example/ , http://localhost:3000 ,"
            })
    void arraysAndCommaListsAreRead(String text) {
        assertThat(AllowedOrigins.parse(text).origins())
                .containsExactlyInAnyOrder("https://a.example", "http://localhost:3000");
    }

    @Test
    void nothingAllowsNobody() {
        assertThat(AllowedOrigins.parse(" ").origins()).isEmpty();
        assertThat(AllowedOrigins.parse("[]").origins()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "null",
                "a.example",
                "ftp://a.example",
                "https://a.example/path",
                "https://user@a.example",
                "https://a.example?x",
                "https://a.example#x",
                "https://*.a.example",
                "[\"https://a.example\"",
                "[1, {}]",
                "[null]",
                "https://a example"
            })
    void nonsenseIsRefusedWithASentence(String text) {
        assertThatThrownBy(() -> AllowedOrigins.parse(text))
                .isInstanceOf(PortalException.class)
                .hasMessageStartingWith("ALLOWED_ORIGINS ");
    }
}
