package training.powerbi.server.material;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A form on its way here, part by part; nothing of it is kept in memory.
interface IncomingForm {

    /// One field of the form.
    ///
    /// @param fileName as the client calls it; null for plain fields
    /// @param bytes to be read before the next part is asked for
    record Part(String field, @Nullable String fileName, InputStream bytes) {}

    /// Empty at the end.
    Optional<Part> next() throws IOException;
}
