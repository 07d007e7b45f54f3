package training.powerbi.server.transfer;

import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Limits of uploads, and how long files are kept.
///
/// @param maxUploadBytes largest file a trainer may upload
/// @param spareBytes space that uploads leave to the tables
/// @param uploadLife how long an unfinished upload may be gone on with
/// @param stall an upload that sends less than [#STALL_BYTES] in this time is cut off
/// @param grace how long a deleted recording can be brought back
/// @param sweep how often leftovers are looked for
@Validated
@ConfigurationProperties("portal.media")
record TransferProperties(
        @Positive @DefaultValue("8589934592") long maxUploadBytes,
        @PositiveOrZero @DefaultValue("16777216") long spareBytes,
        @DefaultValue("48h") Duration uploadLife,
        @DefaultValue("30s") Duration stall,
        @DefaultValue("30d") Duration grace,
        @DefaultValue("10m") Duration sweep) {}
