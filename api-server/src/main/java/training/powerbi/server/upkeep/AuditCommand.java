package training.powerbi.server.upkeep;

import java.time.Clock;
import training.powerbi.lakehouse.check.StoreDoctor;
import training.powerbi.server.audit.AuditProof;

/// The proof of the audit log at the command line.
final class AuditCommand {
    private static final int INTACT = 0;
    private static final int BROKEN = 1;

    private final StoreDoctor doctor;
    private final Terminal terminal;
    private final Clock clock;

    AuditCommand(StoreDoctor doctor, Terminal terminal, Clock clock) {
        this.doctor = doctor;
        this.terminal = terminal;
        this.clock = clock;
    }

    /// Follows the chain and says where it is broken first; the exit code is 1 when it is.
    ///
    /// @param expected a hash that was kept; empty for none
    int verify(String expected) {
        var found = AuditProof.verify(doctor, expected, clock);
        terminal.say("Read " + found.rows() + " rows of the audit log, " + found.unchainedRows()
                + " of them from before its chain. Newest entry: " + found.newestSequence()
                + (found.newestHash() == null ? "." : ", hash " + found.newestHash() + "."));
        if (found.isIntact()) {
            terminal.say("The chain is intact"
                    + (expected.isEmpty()
                            ? "; with --audit-verify=HASH it shows too that nothing is missing at its end."
                            : "."));
            return INTACT;
        }
        if (found.firstBadSequence() != null) {
            terminal.say("First bad entry: " + found.firstBadSequence() + ".");
        }
        terminal.say(String.valueOf(found.reason()));
        return BROKEN;
    }
}
