package training.powerbi.desktop.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.ColorScheme;
import org.junit.jupiter.api.Test;
import training.powerbi.desktop.settings.Look;

class ThemeTest {

    @Test
    void thePersonsChoiceGoesBeforeTheSystems() {
        assertThat(Theme.scheme(Look.DARK, ColorScheme.LIGHT)).isEqualTo(ColorScheme.DARK);
        assertThat(Theme.scheme(Look.LIGHT, ColorScheme.DARK)).isEqualTo(ColorScheme.LIGHT);
        assertThat(Theme.scheme(Look.SYSTEM, ColorScheme.DARK)).isEqualTo(ColorScheme.DARK);
    }
}
