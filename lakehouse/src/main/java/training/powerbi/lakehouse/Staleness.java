package training.powerbi.lakehouse;

import java.time.Duration;
import java.time.Instant;

/// The store is away, and what is read is what was known of it last.
///
/// @param asOf when that was
/// @param age how long ago that is
/// @param reason a sentence about why
/// @param waiting changes that are kept on this server until the store is back
public record Staleness(Instant asOf, Duration age, String reason, int waiting) {}
