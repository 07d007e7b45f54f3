package training.powerbi.server.dashboard;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What the portal announces to clients about uploads.
///
/// @param maxUploadBytes largest file a trainer may upload
@Validated
@ConfigurationProperties("portal.media")
record UploadProperties(
        @Positive @DefaultValue("8589934592") long maxUploadBytes) {}
