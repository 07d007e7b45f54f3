package training.powerbi.lakehouse;

import java.net.URI;
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
}
