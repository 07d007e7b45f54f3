package training.powerbi.server.web.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.Lakehouse;
import training.powerbi.lakehouse.MirrorStatus;
import training.powerbi.lakehouse.StoreCost;
import training.powerbi.lakehouse.StoreStatus.Staleness;
import training.powerbi.server.account.LookAlikes;
import training.powerbi.server.audit.AuditHead;
import training.powerbi.server.upkeep.Checkup;

/// The portal's health; all but the status is for admins.
///
/// @param instance which of the servers on one lakehouse answers; null where there is only one
/// @param checkup what the last look at the whole store found
/// @param warnings what somebody has to see to before it becomes trouble
/// @param audit the newest entry of the audit log; null before the first
@JsonInclude(JsonInclude.Include.NON_NULL)
record Health(
        String status,
        @Nullable String version,
        @Nullable String instance,
        @Nullable Store store,
        @Nullable People accounts,
        @Nullable Checkup checkup,
        @Nullable AuditHead audit,
        @Nullable List<String> warnings) {

    /// What is odd about accounts.
    ///
    /// @param lookAlikes accounts whose e-mail addresses cannot be told apart
    record People(List<LookAlikes> lookAlikes) {}

    /// The store as an operator wants to see it.
    ///
    /// @param lagSeconds for how long something newer may be there unseen, of the table where that is longest
    /// @param lags the same of each table
    /// @param cost null where nothing is charged
    /// @param mirror null where there is none
    /// @param stale null while the store is there
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Store(
            String status,
            String kind,
            @Nullable Instant lastCommitAt,
            Map<String, Integer> rows,
            List<String> problems,
            double lagSeconds,
            Map<String, Double> lags,
            @Nullable Cost cost,
            @Nullable Mirror mirror,
            @Nullable Stale stale) {

        static Store of(Lakehouse lakehouse) {
            var status = lakehouse.status();
            var lags = new TreeMap<String, Double>();
            lakehouse.lag().forEach((table, age) -> lags.put(table, seconds(age)));
            return new Store(
                    status.word(),
                    status.kind(),
                    status.lastCommitAt(),
                    status.rows(),
                    status.problems(),
                    lags.values().stream()
                            .mapToDouble(Double::doubleValue)
                            .max()
                            .orElse(0),
                    lags,
                    lakehouse.cost().map(Cost::of).orElse(null),
                    lakehouse.mirror().map(Mirror::of).orElse(null),
                    lakehouse.staleness().map(Stale::of).orElse(null));
        }
    }

    /// The store is away, as while the capacity is paused: what is shown is what was known of it last.
    ///
    /// @param waitingRows kept on this server until the store is back
    record Stale(Instant asOf, long ageSeconds, String reason, int waitingRows) {
        static Stale of(Staleness staleness) {
            return new Stale(staleness.asOf(), staleness.age().toSeconds(), staleness.reason(), staleness.waiting());
        }
    }

    /// What this server's requests to OneLake come to since it started.
    ///
    /// @param repeats how many of all of them were further tries
    /// @param capacitySecondsPerHour estimated, at the pace of the last hour, or since a start, which counts as
    /// five minutes at least; an F2 has 7,200
    record Cost(long reads, long writes, long listings, long repeats, double capacitySecondsPerHour) {
        private static final double TENTHS = 10;

        static Cost of(StoreCost cost) {
            return new Cost(
                    cost.reads(),
                    cost.writes(),
                    cost.listings(),
                    cost.repeats(),
                    Math.round(cost.capacitySecondsAnHour() * TENTHS) / TENTHS);
        }
    }

    /// How far the copy of the store in OneLake is behind.
    ///
    /// @param state `in step`, `behind`, `away` (OneLake does not answer) or `refused`
    /// @param commitsBehind null until OneLake has answered since the start, as is `filesBehind`
    /// @param inStepAt when it last had everything since the start
    /// @param reason what is wrong, in words
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Mirror(
            String state,
            @Nullable Long commitsBehind,
            @Nullable Integer filesBehind,
            double behindSeconds,
            @Nullable Instant inStepAt,
            @Nullable String reason) {

        static Mirror of(MirrorStatus status) {
            return new Mirror(
                    status.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    status.commitsBehind(),
                    status.filesBehind(),
                    seconds(status.behindFor()),
                    status.inStepAt(),
                    status.reason());
        }
    }

    private static double seconds(Duration age) {
        return age.toMillis() / (double) Duration.ofSeconds(1).toMillis();
    }
}
