package training.powerbi.server;

import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import training.powerbi.server.upkeep.UpkeepCommand;

/// Starts the portal. With an option of [UpkeepCommand] it only does what that says.
@SpringBootApplication
@ConfigurationPropertiesScan
public class PortalServer {

    public static void main(String[] args) {
        if (UpkeepCommand.isAsked(args)) {
            System.exit(UpkeepCommand.run(PortalServer::resetAdmin, args));
        }
        SpringApplication.run(PortalServer.class, args);
    }

    /// The whole portal with its lock on the data, but without a port: nobody else is answered meanwhile.
    private static int resetAdmin(String... settings) {
        var all = Stream.concat(
                Arrays.stream(settings), Stream.of("--portal.bootstrap.reset-admin=true", "--server.port=-1"));
        return SpringApplication.exit(SpringApplication.run(PortalServer.class, all.toArray(String[]::new)));
    }
}
