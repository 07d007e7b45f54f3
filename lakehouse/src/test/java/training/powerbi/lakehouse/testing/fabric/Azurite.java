package training.powerbi.lakehouse.testing.fabric;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.util.List;

/// A blob service that forgets everything when it ends.
record Azurite(TestTls tls, HttpClient http, NodeProgram program) implements AutoCloseable {

    static Azurite start() {
        try {
            var tools = NodeTools.install();
            var tls = TestTls.make(Files.createTempDirectory("fabric-tls"));
            var program = NodeProgram.start(List.of(
                    tools.resolve("node_modules/azurite/dist/src/blob/main.js").toString(),
                    "--inMemoryPersistence",
                    "--blobPort",
                    "PORT",
                    "--oauth",
                    "basic",
                    "--cert",
                    tls.folder().resolve("cert.pem").toString(),
                    "--key",
                    tls.folder().resolve("key.pem").toString(),
                    "--disableTelemetry",
                    "--silent",
                    "--skipApiVersionCheck"));
            return new Azurite(tls, tls.patientHttp(), program);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        program.close();
    }
}
