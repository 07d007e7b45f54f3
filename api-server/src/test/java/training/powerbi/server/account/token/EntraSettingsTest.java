package training.powerbi.server.account.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EntraSettingsTest {

    @Test
    void clientsKnowMicrosoftsWorldwideServiceByThemselvesAndAreToldOfAnyOther() {
        assertThat(settings("").authority()).isNull();
        assertThat(settings("https://login.microsoftonline.com").authority()).isNull();
        assertThat(settings("https://login.microsoftonline.us").authority())
                .isEqualTo("https://login.microsoftonline.us");
    }

    private static EntraSettings settings(String authority) {
        return EntraSettings.of(new EntraProperties("tenant", "client", authority, ""));
    }
}
