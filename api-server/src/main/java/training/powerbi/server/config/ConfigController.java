package training.powerbi.server.config;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import training.powerbi.server.account.SignInOptions;
import training.powerbi.server.curriculum.Course;
import training.powerbi.server.transfer.FileSpace;
import training.powerbi.server.web.PublicAddress;

/// What a client has to know before anyone signs in.
@RestController
class ConfigController {
    private static final String API_VERSION = "1";

    private final Config config;
    private final ShownState shown;

    ConfigController(Course course, SignInOptions signIn, FileSpace space, PublicAddress address, ShownState shown) {
        this.shown = shown;
        this.config = new Config(
                course.title(),
                course.timeZone().getId(),
                signIn.registrationMode(),
                space.mostBytes(),
                signIn.entra(),
                API_VERSION,
                address.chosen().orElse(null),
                null);
    }

    /// @param entra null when sign-in with Microsoft is not set up
    /// @param publicUrl where people find the site, for links to hand on; without a slash at its end; null
    /// when the operator does not say: behind a proxy the address the server listens on leads nowhere
    /// @param staleSince of when the course is that is shown, while the store is away and changes wait; else null
    record Config(
            String courseTitle,
            String timeZone,
            String registrationMode,
            long maxUploadBytes,
            SignInOptions.@Nullable Microsoft entra,
            String apiVersion,
            @Nullable String publicUrl,
            @Nullable Instant staleSince) {

        private Config staleSince(@Nullable Instant time) {
            return new Config(
                    courseTitle, timeZone, registrationMode, maxUploadBytes, entra, apiVersion, publicUrl, time);
        }
    }

    @GetMapping("/api/v1/config")
    Config config() {
        return config.staleSince(shown.staleSince().orElse(null));
    }
}
