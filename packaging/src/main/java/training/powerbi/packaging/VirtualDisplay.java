package training.powerbi.packaging;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// A screen nobody sees, for Linux: a window never pops up before whoever builds, and a build server needs no desktop.
final class VirtualDisplay implements AutoCloseable {
    private static final String SIZE = "1440x900x24";

    private final Process server;
    private final String name;

    private VirtualDisplay(Process server, String name) {
        this.server = server;
        this.name = name;
    }

    static VirtualDisplay open(Path log) throws IOException {
        Process server;
        try {
            server = new ProcessBuilder(
                            List.of("Xvfb", "-displayfd", "1", "-screen", "0", SIZE, "-nolisten", "tcp", "-noreset"))
                    .redirectError(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new IOException("Xvfb is missing; install the package xvfb, or run .ci/installer", e);
        }
        var output = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII));
        var number = output.readLine();
        if (number == null) {
            throw new IOException("Xvfb did not start; see " + log);
        }
        return new VirtualDisplay(server, ":" + number.strip());
    }

    /// What DISPLAY has to be for a program that is to appear here.
    String name() {
        return name;
    }

    /// Makes the program appear here.
    void take(ProcessBuilder program) {
        program.environment().put("DISPLAY", name);
        program.environment().remove("WAYLAND_DISPLAY");
    }

    @Override
    public void close() {
        server.destroy();
    }
}
