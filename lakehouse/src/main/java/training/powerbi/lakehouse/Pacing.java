package training.powerbi.lakehouse;

import java.time.Duration;

/// How a server keeps down what its commits cost in a lakehouse in Fabric.
///
/// @param linger how long changes that nobody waits for gather at most before they are committed together, while the
/// budget is not near; with zero each is committed at once
/// @param budget capacity unit seconds an hour that this server's requests should not pass; an F2 has 7,200
public record Pacing(Duration linger, int budget) {
    /// Where the budget is near, five times as long: a request must still be answered in time.
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /// What a server uses unless it is told otherwise: half of the smallest capacity.
    public static final Pacing USUAL = new Pacing(Duration.ofSeconds(2), 3_600);

    /// @throws IllegalArgumentException naming the portal's setting that says otherwise
    public Pacing {
        if (linger.isNegative() || linger.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("portal.fabric.linger must be from 0s to 5s");
        }
        if (budget < 1) {
            throw new IllegalArgumentException(
                    "portal.fabric.budget must be at least 1: capacity unit seconds an hour, of which an F2 has 7200");
        }
    }
}
