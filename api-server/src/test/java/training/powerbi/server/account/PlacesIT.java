package training.powerbi.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.server.account.signin.StoredPlaces;
import training.powerbi.server.account.throttle.Places;

/// Where someone signs in from is known after a restart, for a month, and for so many places only.
class PlacesIT {
    private static final String ACCOUNT = "trainer@example.org";

    @TempDir
    private Path data;

    @Test
    void placesAreRememberedOverARestartAndForgottenInTheEnd() {
        try (var portal = PortalUnderTest.start(data, Map.of())) {
            portal.adminToken();
            var places = portal.bean(Places.class);
            await(() -> places.isFamiliar(PortalUnderTest.ADMIN, "127.0.0.1"));
            for (int i = 0; i < StoredPlaces.MOST + 5; i++) {
                var network = "10.0.0." + i;
                places.remember(ACCOUNT, network);
                await(() -> places.isFamiliar(ACCOUNT, network));
                portal.clock.forward(Duration.ofMinutes(1));
            }
        }
        try (var portal = PortalUnderTest.start(data, Map.of())) {
            var places = portal.bean(Places.class);
            assertThat(places.isFamiliar(PortalUnderTest.ADMIN, "127.0.0.1")).isTrue();
            assertThat(places.isFamiliar(PortalUnderTest.ADMIN, "127.0.0.2")).isFalse();
            assertThat(places.isFamiliar(ACCOUNT, "10.0.0.4")).isFalse();
            assertThat(places.isFamiliar(ACCOUNT, "10.0.0.5")).isTrue();
            portal.clock.forward(Duration.ofDays(30));
            assertThat(places.isFamiliar(PortalUnderTest.ADMIN, "127.0.0.1")).isFalse();
            // The others go whatever key they were written with.
            portal.clock.forward(Duration.ofHours(1));
            places.remember(ACCOUNT, "10.0.0.1");
            await(() -> places.isFamiliar(ACCOUNT, "10.0.0.1"));
            var stored = portal.bean(StoredPlaces.class);
            stored.forgetOld();
            assertThat(portal.places()).isEqualTo(1);
        }
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }
}
