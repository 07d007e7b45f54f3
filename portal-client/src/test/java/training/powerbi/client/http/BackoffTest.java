package training.powerbi.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void pausesGrowFromHalfASecondToHalfAMinuteAndStartOver() {
        var backoff = new Backoff(RandomGenerator.of("L64X128MixRandom"));

        var pauses = Stream.generate(backoff::next).limit(12).toList();

        assertThat(pauses.getFirst()).isBetween(Duration.ofMillis(500), Duration.ofMillis(750));
        assertThat(pauses).allSatisfy(pause -> assertThat(pause).isLessThanOrEqualTo(Duration.ofSeconds(30)));
        assertThat(pauses.getLast()).isEqualTo(Duration.ofSeconds(30));
        backoff.reset();
        assertThat(backoff.next()).isLessThanOrEqualTo(Duration.ofMillis(750));
    }
}
