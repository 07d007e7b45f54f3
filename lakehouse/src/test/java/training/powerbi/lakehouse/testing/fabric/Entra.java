package training.powerbi.lakehouse.testing.fabric;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// What gives tokens.
record Entra(NodeProgram program) implements AutoCloseable {

    static Entra start(Azurite azurite, int tokenSeconds) {
        try {
            return new Entra(NodeProgram.start(List.of(
                    NodeTools.sources().resolve("fake-entra.js").toString(),
                    "PORT",
                    azurite.tls().folder().toString(),
                    NodeTools.install().toString(),
                    "" + tokenSeconds)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
