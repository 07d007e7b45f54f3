package training.powerbi.server;

import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import training.powerbi.server.store.StoreCopying;

/// Starts the portal; with `--reset-admin` it only gives its first admin a new password, with `--copy-store` it only
/// copies the store.
@SpringBootApplication
@ConfigurationPropertiesScan
public class PortalServer {
    private static final String RESET_ADMIN = "--reset-admin";

    public static void main(String[] args) {
        if (Arrays.asList(args).contains(RESET_ADMIN)) {
            System.exit(SpringApplication.exit(SpringApplication.run(PortalServer.class, resetting(args))));
        }
        if (StoreCopying.isAsked(args)) {
            StoreCopying.run(args);
            return;
        }
        SpringApplication.run(PortalServer.class, args);
    }

    /// The whole portal with its lock on the data, but without a port: nobody else is answered meanwhile.
    static String[] resetting(String... args) {
        return Stream.concat(
                        Arrays.stream(args).filter(argument -> !argument.equals(RESET_ADMIN)),
                        Stream.of(
                                "--portal.bootstrap.reset-admin=true", "--server.port=-1", "--logging.level.root=warn"))
                .toArray(String[]::new);
    }
}
