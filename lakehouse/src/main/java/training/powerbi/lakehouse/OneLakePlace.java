package training.powerbi.lakehouse;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// A lakehouse in Microsoft Fabric, and as whom the portal works in it.
///
/// @param workspace the workspace's id
/// @param lakehouse the lakehouse's id
/// @param schema folder below `Tables` of a lakehouse with schemas; empty for one without
/// @param blobEndpoint where OneLake's files are; the workspace is a container below it
/// @param identity who the portal is there
public record OneLakePlace(
        String workspace, String lakehouse, Optional<String> schema, URI blobEndpoint, Identity identity) {
    /// OneLake, wherever the capacity is.
    public static final URI BLOB_ENDPOINT = URI.create("https://onelake.blob.fabric.microsoft.com");

    public static final URI AUTHORITY = URI.create("https://login.microsoftonline.com");

    /// How tokens are had.
    public sealed interface Identity {

        /// An app registration with a secret.
        record ClientSecret(URI authority, String tenant, String client, String secret) implements Identity {

            @Override
            public String toString() {
                return "app registration " + client + " of tenant " + tenant;
            }
        }

        /// The managed identity of an App Service or a function, which tells its programs where to ask.
        ///
        /// @param header proves to the endpoint that the program may ask
        /// @param client a user-assigned identity's; empty for the system's own
        record AppService(URI endpoint, String header, Optional<String> client) implements Identity {

            @Override
            public String toString() {
                return "managed identity of the App Service";
            }
        }

        /// The managed identity of a virtual machine.
        ///
        /// @param client a user-assigned identity's; empty for the system's own
        record VirtualMachine(URI endpoint, Optional<String> client) implements Identity {
            public static final URI ENDPOINT = URI.create("http://169.254.169.254/metadata/identity/oauth2/token");

            @Override
            public String toString() {
                return "managed identity of the virtual machine";
            }
        }
    }

    /// How a server keeps down what its commits cost in a lakehouse in Fabric.
    ///
    /// @param linger how long changes that nobody waits for gather at most before they are committed
    /// together, while the budget is not near; with zero each is committed at once
    /// @param budget capacity unit seconds an hour that this server's requests should not pass; an F2 has 7,200
    public record Pacing(Duration linger, int budget) {
        /// Where the budget is near, five times as long: a request must still be answered in time.
        private static final Duration LONGEST = Duration.ofSeconds(5);

        /// What a server uses unless it is told otherwise: half of the smallest capacity.
        public static final Pacing USUAL = new Pacing(Duration.ofSeconds(2), 3_600);

        /// @throws IllegalArgumentException naming the portal's setting that says otherwise
        public Pacing {
            if (linger.isNegative() || linger.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("portal.fabric.linger must be from 0s to 5s");
            }
            if (budget < 1) {
                throw new IllegalArgumentException(
                        "portal.fabric.budget must be at least 1: capacity unit seconds an hour, of which an F2 has 7200");
            }
        }
    }

    /// How a server goes on while the lakehouse is away, as when its capacity is paused.
    ///
    /// @param folder of this machine, for copies of the tables' files and for what is changed meanwhile
    /// @param api Fabric's REST, which tells whether a capacity is paused
    public record WhileAway(Path folder, URI api) {

        /// The part of the folder that is for one lakehouse.
        public Path folderOf(OneLakePlace place) {
            return folder.resolve("onelake")
                    .resolve(place.workspace())
                    .resolve(place.lakehouse()
                            + place.schema().map(schema -> "-" + schema).orElse(""));
        }
    }
}
