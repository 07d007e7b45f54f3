package training.powerbi.server.upkeep;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import training.powerbi.lakehouse.backup.Backups;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.store.StorePlace;
import training.powerbi.server.store.StorePlaceConfiguration;

/// `--backup FOLDER`, `--restore FOLDER`, `--store-check`, `--store-repair` and `--audit-verify`: looks after the store
/// that the settings name, and ends. Nothing of the portal but its settings is started for it; a server may be at work
/// in the store while it is backed up or looked at.
public final class UpkeepCommand {
    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final double KILOBYTE = 1_000;

    private final Terminal terminal;

    UpkeepCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    public static boolean isAsked(String... arguments) {
        return UpkeepOption.isIn(List.of(arguments));
    }

    /// Does what is asked for and says how it went.
    ///
    /// @return the process's exit code: 0 when all is well
    public static int run(String... arguments) {
        return new UpkeepCommand(Terminal.ofProcess()).execute(List.of(arguments));
    }

    int execute(List<String> arguments) {
        try {
            var option = UpkeepOption.of(arguments);
            return execute(option, place(arguments));
        } catch (PortalException e) {
            terminal.say(e.sentence());
            return REFUSED;
        }
    }

    private static StorePlace place(List<String> arguments) {
        var settings = Stream.concat(
                UpkeepOption.settings(arguments),
                Stream.of("--" + StorePlace.LOOKED_AFTER + "=true", "--logging.level.root=warn"));
        try (var context = new SpringApplicationBuilder(StorePlaceConfiguration.class)
                .web(WebApplicationType.NONE)
                .run(settings.toArray(String[]::new))) {
            return context.getBean(StorePlace.class);
        }
    }

    private int execute(UpkeepOption option, StorePlace place) {
        var clock = Clock.systemUTC();
        var parts = new UpkeepConfiguration();
        return switch (option.kind()) {
            case BACKUP -> backUp(parts.backups(place, clock), Path.of(option.value()));
            case RESTORE -> restore(parts.backups(place, clock), Path.of(option.value()), option);
            case STORE_CHECK -> new DoctorCommand(parts.storeDoctor(place, clock), terminal).check();
            case STORE_REPAIR -> new DoctorCommand(parts.storeDoctor(place, clock), terminal).repair(option.agreed());
            case AUDIT_VERIFY ->
                new AuditCommand(parts.storeDoctor(place, clock), terminal, clock).verify(option.value());
        };
    }

    private int backUp(Backups backups, Path folder) {
        var report = backups.backUp(folder);
        terminal.say("Backup " + report.id() + " in " + folder + ": "
                + report.tables().size() + " tables, "
                + report.files() + " files, " + kilobytes(report.bytes()) + ". New: " + report.newFiles() + " files, "
                + kilobytes(report.newBytes()) + ".");
        return DONE;
    }

    private int restore(Backups backups, Path folder, UpkeepOption option) {
        var report = backups.restore(folder, option.which());
        terminal.say("Restored the backup " + report.backup() + ", made at " + report.at() + ": "
                + report.tables().size() + " tables, " + report.files() + " files, " + kilobytes(report.bytes())
                + ", each compared with its sum. Start the portal now; its audit will tell of the restore.");
        return DONE;
    }

    private static String kilobytes(long bytes) {
        return String.format(Locale.ROOT, "%,.0f kB", bytes / KILOBYTE);
    }
}
