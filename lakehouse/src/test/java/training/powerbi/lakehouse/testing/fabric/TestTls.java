package training.powerbi.lakehouse.testing.fabric;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A certificate for `localhost` that is made for one run, and what trusts it.
///
/// @param folder holds `key.pem` and `cert.pem`, and `trust.p12` for Java
/// @param context trusts the certificate and no other
public record TestTls(Path folder, SSLContext context) {
    public static final String PASSWORD = "changeit";

    public static TestTls make(Path folder) throws IOException {
        Files.createDirectories(folder);
        var keys = folder.resolve("server.p12");
        var cert = folder.resolve("cert.pem");
        var trust = folder.resolve("trust.p12");
        keytool(
                folder,
                keys,
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-validity",
                "30",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=DNS:localhost,IP:127.0.0.1");
        keytool(folder, keys, "-exportcert", "-rfc", "-alias", "server", "-file", cert.toString());
        keytool(folder, trust, "-importcert", "-noprompt", "-alias", "server", "-file", cert.toString());
        try {
            var key = store(keys).getKey("server", PASSWORD.toCharArray()).getEncoded();
            var pem = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
            Files.writeString(
                    folder.resolve("key.pem"), "-----BEGIN PRIVATE KEY-----\n" + pem + "\n-----END PRIVATE KEY-----\n");
            var trusted = TrustManagerFactory.getInstance("PKIX");
            trusted.init(store(trust));
            var context = SSLContext.getInstance("TLS");
            context.init(null, trusted.getTrustManagers(), null);
            return new TestTls(folder, context);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /// For what tests ask of the stand-ins themselves, on a machine however busy.
    HttpClient patientHttp() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofMinutes(1))
                .sslContext(context)
                .build();
    }

    public Path trustStore() {
        return folder.resolve("trust.p12");
    }

    private static KeyStore store(Path file) throws GeneralSecurityException, IOException {
        return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    }

    private static void keytool(Path folder, Path store, String... words) throws IOException {
        var all = new ArrayList<String>();
        all.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        all.addAll(List.of(words));
        all.addAll(List.of("-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", PASSWORD));
        NodeTools.run(folder, all.toArray(String[]::new));
    }
}
