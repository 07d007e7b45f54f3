package training.powerbi.server.material.deck;

import java.io.IOException;

/// The file is no zip archive, or not a whole one.
final class DamagedZipException extends IOException {
    private static final long serialVersionUID = 1L;
}
