package training.powerbi.server.upkeep;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import training.powerbi.lakehouse.backup.Backups;
import training.powerbi.lakehouse.backup.PruneReport;
import training.powerbi.server.start.StartFailure;
import training.powerbi.server.store.StorePlace;
import training.powerbi.server.store.StorePlaceConfiguration;

/// What an operator asks of the portal at the command line of its machine: `--backup`, `--restore`, `--store-check`,
/// `--store-repair`, `--audit-verify`, `--copy-store` and `--reset-admin`. Each says in sentences how it went and ends
/// with 0 when all is well. Nothing of the portal but its settings is started for it, unless the admin is reset; a
/// server may be at work in the store while it is backed up or looked at.
public final class UpkeepCommand {
    static final int DONE = 0;
    static final int REFUSED = 1;

    /// What goes wrong is said once, in a sentence, and not by the log as well.
    private static final List<String> SILENT =
            List.of("org.springframework.boot.diagnostics", "org.springframework.boot.SpringApplication");

    private static final List<String> QUIET = Stream.concat(
                    Stream.of("--logging.level.root=warn", "--logging.level.org.springframework.context=error"),
                    SILENT.stream().map(logger -> "--logging.level." + logger + "=off"))
            .toList();

    private static final double KILOBYTE = 1_000;

    private final Terminal terminal;
    private final Resetting resetting;

    UpkeepCommand(Terminal terminal, Resetting resetting) {
        this.terminal = terminal;
        this.resetting = resetting;
    }

    /// Starts the portal for no more than to give its first admin a new password.
    @FunctionalInterface
    public interface Resetting {
        /// Returns the exit code when that is done.
        int run(String... settings);
    }

    public static boolean isAsked(String... arguments) {
        return UpkeepOption.isIn(List.of(arguments));
    }

    /// Does what is asked for and says how it went.
    ///
    /// @return the process's exit code: 0 when all is well
    public static int run(Resetting resetting, String... arguments) {
        // Also of what goes wrong before the settings of the log are read.
        var log = LoggingSystem.get(UpkeepCommand.class.getClassLoader());
        SILENT.forEach(logger -> log.setLogLevel(logger, LogLevel.OFF));
        return new UpkeepCommand(Terminal.ofProcess(), resetting).execute(List.of(arguments));
    }

    int execute(List<String> arguments) {
        try {
            var option = UpkeepOption.of(arguments);
            var settings = Stream.concat(UpkeepOption.settings(arguments), QUIET.stream());
            if (option.kind() == UpkeepOption.Kind.RESET_ADMIN) {
                return resetting.run(settings.toArray(String[]::new));
            }
            return execute(option, Surroundings.of(settings));
        } catch (RuntimeException e) {
            terminal.say(StartFailure.sentence(e));
            return REFUSED;
        }
    }

    /// What the settings say.
    private record Surroundings(StorePlace place, BackupProperties backups) {

        static Surroundings of(Stream<String> settings) {
            var looking = Stream.concat(settings, Stream.of("--" + StorePlace.LOOKED_AFTER + "=true"));
            try (var context = new SpringApplicationBuilder(StorePlaceConfiguration.class, BackupSettings.class)
                    .web(WebApplicationType.NONE)
                    .run(looking.toArray(String[]::new))) {
                return new Surroundings(context.getBean(StorePlace.class), context.getBean(BackupProperties.class));
            }
        }
    }

    @EnableConfigurationProperties(BackupProperties.class)
    private static final class BackupSettings {}

    private int execute(UpkeepOption option, Surroundings around) {
        var clock = Clock.systemUTC();
        var parts = new UpkeepConfiguration();
        var place = around.place();
        return switch (option.kind()) {
            case BACKUP -> backUp(parts.backups(place, clock), Path.of(option.value()), option.keep(around.backups()));
            case RESTORE -> restore(parts.backups(place, clock), Path.of(option.value()), option);
            case STORE_CHECK -> new DoctorCommand(parts.storeDoctor(place, clock), terminal).check();
            case STORE_REPAIR -> new DoctorCommand(parts.storeDoctor(place, clock), terminal).repair(option.agreed());
            case COPY_STORE -> new CopyCommand(place, clock, terminal).copy(option.value());
            case RESET_ADMIN -> throw new IllegalStateException("Started with the whole portal");
            case AUDIT_VERIFY ->
                new AuditCommand(parts.storeDoctor(place, clock), terminal, clock).verify(option.value());
        };
    }

    /// @param keep how many backups stay; 0 for all
    private int backUp(Backups backups, Path folder, int keep) {
        var report = backups.backUp(folder);
        terminal.say("Backup " + report.id() + " in " + folder + ": "
                + report.tables().size() + " tables, "
                + report.files() + " files, " + kilobytes(report.bytes()) + ". New: " + report.newFiles() + " files, "
                + kilobytes(report.newBytes()) + ".");
        if (keep > 0) {
            say(Backups.prune(folder, keep));
        }
        return DONE;
    }

    private void say(PruneReport report) {
        terminal.say("Dropped " + report.backups() + (report.backups() == 1 ? " older backup" : " older backups")
                + " and " + report.files() + " files that no other needs, " + kilobytes(report.bytes()) + ". Kept: "
                + report.kept() + ".");
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
