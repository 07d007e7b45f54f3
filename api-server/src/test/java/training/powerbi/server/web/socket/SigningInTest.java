package training.powerbi.server.web.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import training.powerbi.server.limit.Limits;

class SigningInTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T10:00:00Z"));
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final GraphQlProperties properties = new GraphQlProperties();
    private final SigningIn signingIn =
            new SigningIn(new Limits(1, 1, 1, 1, 4, 2, Duration.ZERO, Duration.ZERO), properties, clock);

    @Test
    void oneAddressHasItsShareAndAllTogetherTheirs() {
        assertThat(signingIn.enter("10.0.0.1")).isPresent();
        assertThat(signingIn.enter("10.0.0.1")).isPresent();
        assertThat(signingIn.enter("10.0.0.1")).isEmpty();
        assertThat(signingIn.enter("10.0.0.2")).isPresent();
        assertThat(signingIn.enter("10.0.0.3")).isPresent();
        assertThat(signingIn.enter("10.0.0.4")).isEmpty();
    }

    @Test
    void aSubscribersManyIpv6AddressesAreOne() {
        assertThat(signingIn.enter("2001:db8::1")).isPresent();
        assertThat(signingIn.enter("2001:db8::2")).isPresent();
        assertThat(signingIn.enter("2001:db8::3")).isEmpty();
    }

    @Test
    void aPlaceIsGivenBackOnce() {
        var place = signingIn.enter("10.0.0.1").orElseThrow();
        signingIn.enter("10.0.0.1");
        place.leave();
        place.leave();
        assertThat(signingIn.enter("10.0.0.1")).isPresent();
        assertThat(signingIn.enter("10.0.0.1")).isEmpty();
    }

    @Test
    void aPlaceThatNobodyGivesBackIsFreeWhenItsSocketMustBeGone() {
        signingIn.enter("10.0.0.1");
        signingIn.enter("10.0.0.1");
        now.updateAndGet(then -> then.plus(properties.getWebsocket().getConnectionInitTimeout()));
        assertThat(signingIn.enter("10.0.0.1")).isEmpty();
        now.updateAndGet(then -> then.plus(Duration.ofSeconds(5)));
        assertThat(signingIn.enter("10.0.0.1")).isPresent();
    }
}
