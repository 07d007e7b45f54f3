package training.powerbi.server.upkeep;

import training.powerbi.lakehouse.check.StoreDoctor;

/// The doctor at the command line.
final class DoctorCommand {
    private static final int SOUND = 0;
    private static final int DAMAGED = 1;

    private final StoreDoctor doctor;
    private final Terminal terminal;

    DoctorCommand(StoreDoctor doctor, Terminal terminal) {
        this.doctor = doctor;
        this.terminal = terminal;
    }

    /// Says all that was found; the exit code is 1 when anything is damaged or missing.
    int check() {
        var findings = doctor.check(PortalFiles.ALL);
        findings.all().forEach(finding -> terminal.say(finding.kind() + " " + finding.sentence()));
        terminal.say("Read " + findings.tables() + " tables: " + findings.commits() + " log entries, "
                + findings.checkpoints() + " checkpoints, " + findings.dataFiles() + " data files; and "
                + findings.blobs() + " files beside them, " + findings.bytes() + " bytes in all.");
        if (findings.isSound()) {
            terminal.say("Nothing is damaged and nothing is missing.");
            return SOUND;
        }
        terminal.say(
                "Restore a backup (--restore), or see what --store-repair would do; it changes nothing by itself.");
        return DAMAGED;
    }

    /// Does it only when that was agreed to; the exit code is 1 when anything is left to do.
    int repair(boolean agreed) {
        var plan = doctor.repair(PortalFiles.ALL, agreed);
        plan.steps().forEach(terminal::say);
        plan.beyond().forEach(sentence -> terminal.say("Beyond repair: " + sentence));
        if (plan.steps().isEmpty()) {
            terminal.say("There is nothing that a repair could do.");
        } else if (plan.done()) {
            terminal.say("This was done. The entries given up are kept beside the others, with .damaged behind their"
                    + " names. Start the portal now; its audit will tell of the repair.");
        } else {
            terminal.say("Nothing was changed. To do this, and lose what is named above, make a copy of the data folder"
                    + " and give --store-repair --yes.");
        }
        return plan.beyond().isEmpty() && (plan.done() || plan.steps().isEmpty()) ? SOUND : DAMAGED;
    }
}
