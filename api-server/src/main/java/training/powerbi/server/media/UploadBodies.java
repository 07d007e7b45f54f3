package training.powerbi.server.media;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// The bodies of requests that bring files.
@Component
public class UploadBodies {
    private final MediaLimits limits;
    private final Clock clock;

    UploadBodies(MediaLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /// A body as it arrives; from a sender that all but stands still, reading fails.
    public InputStream open(HttpServletRequest request) throws IOException {
        return new PacedStream(request.getInputStream(), clock, limits.stall());
    }

    public UploadForm form(HttpServletRequest request) {
        return new UploadForm(request, this);
    }
}
