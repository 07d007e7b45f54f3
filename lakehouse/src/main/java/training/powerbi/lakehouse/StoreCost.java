package training.powerbi.lakehouse;

import java.time.Duration;

/// What a store's place charges this server for: requests, by kind, and what they come to by OneLake's rates.
///
/// @param reads requests since the store was opened that only look, and those that delete
/// @param writes requests since then that write
/// @param listings requests since then that list a folder
/// @param repeats how many of all of them were further tries
/// @param window how much of the last hour the store was open
/// @param capacitySeconds estimated capacity unit seconds that the requests of this window took; an F2 has 7,200
/// an hour
public record StoreCost(long reads, long writes, long listings, long repeats, Duration window, double capacitySeconds) {
    /// What an hour takes at the pace of this window.
    public double capacitySecondsAnHour() {
        var millis = Math.max(1, window.toMillis());
        return capacitySeconds * Duration.ofHours(1).toMillis() / millis;
    }
}
