package training.powerbi.server.transfer;

import java.time.Duration;

/// How large and how long, for everything that keeps files. The values come from the settings `portal.media.*`.
///
/// @param maxUploadBytes largest file a trainer may upload
/// @param spareBytes space that uploads leave to the tables
/// @param uploadLife how long an unfinished upload may be gone on with
/// @param stall an upload that sends next to nothing in this time is cut off
/// @param grace how long a deleted file can be brought back
/// @param sweep how often leftovers are looked for
public record TransferLimits(
        long maxUploadBytes, long spareBytes, Duration uploadLife, Duration stall, Duration grace, Duration sweep) {}
