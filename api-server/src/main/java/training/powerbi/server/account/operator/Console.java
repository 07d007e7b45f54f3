package training.powerbi.server.account.operator;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;

/// The operator's terminal. Unlike the log, nothing keeps what is written here.
@FunctionalInterface
public interface Console {

    void print(String text);

    static Console ofProcess() {
        return text -> {
            // Not closed: that would close the process's standard output.
            @SuppressWarnings("resource")
            var out = new FileOutputStream(FileDescriptor.out);
            try {
                out.write(text.getBytes(Charset.defaultCharset()));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot show the first password on the console", e);
            }
        };
    }
}
