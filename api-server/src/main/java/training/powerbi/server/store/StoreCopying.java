package training.powerbi.server.store;

import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import training.powerbi.lakehouse.OneLakePlace;
import training.powerbi.lakehouse.copy.CopyReport;
import training.powerbi.lakehouse.copy.StoreCopy;
import training.powerbi.model.error.PortalException;

/// `--copy-store`: copies the store between the folder and the lakehouse that the settings name, and ends. Nothing of
/// the portal but its settings is started for it.
@EnableConfigurationProperties({StoreProperties.class, FabricProperties.class})
public final class StoreCopying {
    private static final Logger LOG = LoggerFactory.getLogger(StoreCopying.class);
    private static final String OPTION = "--copy-store";
    private static final String DIRECTION = "portal.store.copy";
    private static final String TO_ONELAKE = "to-onelake";
    private static final String TO_FOLDER = "to-folder";
    private static final long MEGABYTE = 1L << 20;

    public static boolean isAsked(String... arguments) {
        return Arrays.stream(arguments).anyMatch(StoreCopying::isOption);
    }

    /// Returns when all is copied; a sentence says what is in the way otherwise, and the start fails.
    public static void run(String... arguments) {
        new SpringApplicationBuilder(StoreCopying.class)
                .web(WebApplicationType.NONE)
                .run(settings(arguments))
                .close();
    }

    private static String[] settings(String... arguments) {
        var direction = Arrays.stream(arguments)
                .filter(StoreCopying::isOption)
                .map(option -> option.substring(OPTION.length()).replaceFirst("^=", ""))
                .findFirst()
                .orElse("");
        return Stream.concat(
                        Arrays.stream(arguments).filter(argument -> !isOption(argument)),
                        Stream.of(
                                "--" + DIRECTION + "=" + direction,
                                "--logging.level.root=warn",
                                "--logging.level." + StoreCopying.class.getName() + "=info"))
                .toArray(String[]::new);
    }

    private static boolean isOption(String argument) {
        return argument.equals(OPTION) || argument.startsWith(OPTION + "=");
    }

    @Bean
    ApplicationRunner copying(StoreProperties store, FabricProperties fabric, Environment environment) {
        return _ -> {
            var place = fabric.place()
                    .orElseThrow(() -> PortalException.badInput(
                            OPTION,
                            "--copy-store copies between PORTAL_DATA_DIR and a lakehouse: set FABRIC_WORKSPACE_ID and the"
                                    + " other FABRIC_ variables."));
            say(copied(environment.getProperty(DIRECTION, ""), store, place));
        };
    }

    private static CopyReport copied(String direction, StoreProperties store, OneLakePlace place) throws IOException {
        var clock = Clock.systemUTC();
        return switch (direction) {
            case TO_ONELAKE -> StoreCopy.toLakehouse(store.directory(), place, store.instance(), clock, LOG::info);
            case TO_FOLDER -> StoreCopy.toFolder(place, store.directory(), store.instance(), clock, LOG::info);
            default ->
                throw PortalException.badInput(
                        OPTION, "Say where to: --copy-store=" + TO_ONELAKE + " or --copy-store=" + TO_FOLDER + ".");
        };
    }

    private static void say(CopyReport report) {
        report.rows().forEach((table, rows) -> LOG.info("{}: {} rows, equal", table, rows));
        LOG.info(
                "Copied and compared: {} files of tables, {} other files, {} MB",
                report.files(),
                report.blobs(),
                report.bytes() / MEGABYTE);
    }
}
