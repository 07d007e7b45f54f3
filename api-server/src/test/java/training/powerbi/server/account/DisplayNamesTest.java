package training.powerbi.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.account.user.DisplayNames;

class DisplayNamesTest {
    @Test
    void aPictureCountsAsOneCharacter() {
        var longest = "😀".repeat(100);

        assertThat(DisplayNames.checked(longest)).isEqualTo(longest);
        assertThatExceptionOfType(PortalException.class)
                .isThrownBy(() -> DisplayNames.checked(longest + "a"))
                .withMessageContaining("100 characters");
    }
}
