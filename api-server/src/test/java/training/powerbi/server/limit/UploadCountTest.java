package training.powerbi.server.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

class UploadCountTest {
    private final UploadCount count = new UploadCount(new Limits(1, 1, 1, 2, 1, 1, Duration.ZERO, Duration.ZERO));
    private final AtomicLong kept = new AtomicLong();

    private void refused(Runnable upload) {
        assertThatExceptionOfType(PortalException.class)
                .isThrownBy(upload::run)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS));
    }

    @Test
    void thoseInOneRequestAndThoseInPiecesCountTogether() {
        count.register(userId -> userId.equals("a") ? kept.get() : 0);
        count.keep("a", kept::incrementAndGet);
        try (var _ = count.begin("a")) {
            refused(() -> count.keep("a", kept::incrementAndGet));
            refused(() -> count.begin("a").close());
            count.begin("b").close();
        }
        count.keep("a", kept::incrementAndGet);

        assertThat(kept).hasValue(2);
    }

    @Test
    void oneThatEndedCountsNoMore() {
        for (int i = 0; i < 5; i++) {
            try (var _ = count.begin("a");
                    var _ = count.begin("a")) {
                refused(() -> count.begin("a").close());
            }
        }
        count.begin("a").close();
    }
}
