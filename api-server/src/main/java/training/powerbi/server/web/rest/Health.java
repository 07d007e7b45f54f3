package training.powerbi.server.web.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.StoreStatus;
import training.powerbi.server.account.LookAlikes;
import training.powerbi.server.upkeep.Checkup;

/// The portal's health; all but the status is for admins.
///
/// @param checkup what the last look at the whole store found
@JsonInclude(JsonInclude.Include.NON_NULL)
record Health(
        String status,
        @Nullable String version,
        @Nullable Store store,
        @Nullable People accounts,
        @Nullable Checkup checkup) {

    /// What is odd about accounts.
    ///
    /// @param lookAlikes accounts whose e-mail addresses cannot be told apart
    record People(List<LookAlikes> lookAlikes) {}

    /// The store as an operator wants to see it.
    record Store(
            String status,
            String kind,
            @Nullable Instant lastCommitAt,
            Map<String, Integer> rows,
            List<String> problems) {

        static Store of(StoreStatus status) {
            return new Store(status.word(), status.kind(), status.lastCommitAt(), status.rows(), status.problems());
        }
    }
}
