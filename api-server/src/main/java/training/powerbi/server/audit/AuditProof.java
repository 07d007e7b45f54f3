package training.powerbi.server.audit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.check.StoreDoctor;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.audit.chain.AdminActionRow;
import training.powerbi.server.audit.chain.AuditChain;
import training.powerbi.server.audit.chain.ChainCheck;
import training.powerbi.server.audit.chain.ChainState;

/// Proves that nothing was taken out of the audit log, changed in it, or put between. Each look reads the table's files
/// from the store; what the server has in memory is not asked.
@Service
public class AuditProof {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    /// Files may be tidied away between the log and their turn.
    private static final int ATTEMPTS = 3;

    private final DeltaTable<String, AdminActionRow> actions;
    private final AuditChain chain;
    private final StoreDoctor doctor;
    private final Clock clock;
    private final ReentrantLock one = new ReentrantLock();

    AuditProof(DeltaTable<String, AdminActionRow> actions, AuditChain chain, StoreDoctor doctor, Clock clock) {
        this.actions = actions;
        this.chain = chain;
        this.doctor = doctor;
        this.clock = clock;
    }

    /// Of the newest entry, as this server knows it.
    public Optional<AuditHead> newest() {
        return Optional.ofNullable(chain.newest(actions.snapshot()))
                .map(row -> new AuditHead(
                        row.sequence() == null ? 0 : row.sequence(), row.hash() == null ? "" : row.hash()));
    }

    /// Follows the whole chain.
    ///
    /// @param expected a hash that was kept, to see whether entries are missing behind it
    @PreAuthorize("hasRole('ADMIN')")
    AuditVerification verify(@Nullable String expected) {
        one.lock();
        try {
            return verify(doctor, expected, clock);
        } finally {
            one.unlock();
        }
    }

    /// The same of a store that no server needs to have open.
    ///
    /// @throws PortalException BAD_USER_INPUT when the expected hash is none, or when there is no audit log
    public static AuditVerification verify(StoreDoctor doctor, @Nullable String expected, Clock clock) {
        var kept = kept(expected);
        for (var attempt = 1; ; attempt++) {
            var check = new ChainCheck();
            var unreadable = doctor.read(AdminActionRow.TABLE, AdminActionRow.class, check::add);
            if (unreadable.isEmpty() || attempt == ATTEMPTS) {
                return verification(check.state(kept), unreadable, kept, clock);
            }
        }
    }

    private static @Nullable String kept(@Nullable String expected) {
        if (expected == null || expected.isBlank()) {
            return null;
        }
        var hash = expected.strip().toLowerCase(Locale.ROOT);
        if (!HASH.matcher(hash).matches()) {
            throw PortalException.badInput(
                    "expectedHash", "A hash of the audit log has 64 hexadecimal digits; this is none.");
        }
        return hash;
    }

    private static AuditVerification verification(
            ChainState state, List<String> unreadable, @Nullable String kept, Clock clock) {
        var reasons = new ArrayList<String>();
        if (state.reason() != null) {
            reasons.add(state.reason());
        }
        reasons.addAll(unreadable);
        boolean cut = kept != null && !state.hasExpected();
        if (cut) {
            reasons.add("The hash that was kept is none of this chain's " + state.newest()
                    + " entries: entries at its end were removed, or all from some place on were written anew.");
        }
        // What cannot be read and is missing nowhere else was behind the newest.
        boolean atTheEnd = state.firstBad() == null && !reasons.isEmpty();
        var firstBad = atTheEnd ? Long.valueOf(state.newest() + 1) : state.firstBad();
        return new AuditVerification(
                reasons.isEmpty(),
                state.rows(),
                state.roots(),
                firstBad,
                reasons.isEmpty() ? null : String.join(" ", reasons),
                state.newest(),
                state.newestHash(),
                kept == null ? null : state.hasExpected(),
                clock.instant());
    }
}
