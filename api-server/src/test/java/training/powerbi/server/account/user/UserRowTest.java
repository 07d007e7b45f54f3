package training.powerbi.server.account.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import training.powerbi.model.Role;
import training.powerbi.server.account.token.EntraIdentity;

class UserRowTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    @Test
    void whomTheTenantDismissedVouchesForNothingOfBefore() {
        var trainer = UserRow.fromEntra("u", identity(true), NOON, NOON);
        var seen = trainer.following(identity(true), at(1), at(1));
        var dismissed = seen.following(identity(false), at(2), at(2));
        var back = dismissed.following(identity(true), at(3), at(3));
        assertThat(seen.vouchesFor(NOON)).isTrue();
        assertThat(dismissed.vouchesFor(NOON)).isFalse();
        assertThat(back.vouchesFor(at(1))).isFalse();
        assertThat(back.vouchesFor(at(4))).isTrue();
    }

    @Test
    void aWayBackInForAnEnabledAdminTakesNothingBack() {
        var admin = UserRow.withPassword("u", "a@example.org", "hash", Role.ADMIN, NOON);
        assertThat(admin.withActive(true, at(2)).vouchesFor(at(1))).isTrue();
        assertThat(admin.withNewPassword("other", at(2), null).vouchesFor(at(1)))
                .isTrue();
    }

    @Test
    void aCodeIsNewerThanWhatEndsItThoughTheClockWasPutBack() {
        assertThat(PrintedCode.madeAt(NOON, null, at(2), at(1))).isAfter(at(2));
        assertThat(PrintedCode.madeAt(at(3), null, at(2), at(1))).isEqualTo(at(3));
    }

    private static Instant at(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }

    private static EntraIdentity identity(boolean admin) {
        return new EntraIdentity("key", "a@example.org", "Ada", admin);
    }
}
