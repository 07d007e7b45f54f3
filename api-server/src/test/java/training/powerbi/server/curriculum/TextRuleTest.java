package training.powerbi.server.curriculum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import training.powerbi.model.error.PortalException;

class TextRuleTest {
    @Test
    void aPictureCountsAsOneCharacter() {
        var longest = "😀".repeat(200);

        assertThat(TextRule.title().check(longest)).isEqualTo(longest);
        assertThatExceptionOfType(PortalException.class)
                .isThrownBy(() -> TextRule.title().check(longest + "a"))
                .withMessageContaining("200 characters");
    }
}
