package training.powerbi.server.upkeep;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/// Where a command says what it did.
@FunctionalInterface
interface Terminal {

    void say(String line);

    static Terminal ofProcess() {
        // Not closed: that would close the process's standard output.
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, Charset.defaultCharset());
        return out::println;
    }
}
