package training.powerbi.server.dashboard;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import training.powerbi.server.account.SignInOptions;
import training.powerbi.server.curriculum.Course;
import training.powerbi.server.media.MediaLimits;
import training.powerbi.server.web.PublicAddress;

/// What a client has to know before anyone signs in.
@RestController
class ConfigController {
    private static final String API_VERSION = "1";

    private final Config config;
    private final PublicAddress address;

    ConfigController(Course course, SignInOptions signIn, MediaLimits uploads, PublicAddress address) {
        this.address = address;
        this.config = new Config(
                course.title(),
                course.timeZone().getId(),
                signIn.registrationMode(),
                uploads.maxUploadBytes(),
                signIn.entra(),
                API_VERSION,
                "");
    }

    /// @param entra null when sign-in with Microsoft is not set up
    /// @param publicUrl where people find the site, for links to hand on; without a slash at its end
    record Config(
            String courseTitle,
            String timeZone,
            String registrationMode,
            long maxUploadBytes,
            SignInOptions.@Nullable Microsoft entra,
            String apiVersion,
            String publicUrl) {

        /// The port is known once the server listens.
        Config at(String url) {
            return new Config(courseTitle, timeZone, registrationMode, maxUploadBytes, entra, apiVersion, url);
        }
    }

    @GetMapping("/api/v1/config")
    Config config() {
        return config.at(address.url());
    }
}
