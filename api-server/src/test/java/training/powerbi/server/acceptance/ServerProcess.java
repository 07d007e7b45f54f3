package training.powerbi.server.acceptance;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import training.powerbi.server.PortalServer;
import training.powerbi.testing.PackagedServer;

/// The server in a process of its own, which can be killed as by a power cut.
public final class ServerProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Process process;
    private final URI address;

    private ServerProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /// Starts a server and returns once it answers.
    public static ServerProcess over(Path data, File log) throws IOException {
        return started(List.of(), data, log);
    }

    /// A server that may have so many files and connections open at once.
    public static ServerProcess withDescriptors(int most, Path data, File log) throws IOException {
        return started(List.of("sh", "-c", "ulimit -n " + most + "; exec \"$@\"", "sh"), data, log);
    }

    /// A server that has only just been told to start.
    static Process begun(Path data, File log) throws IOException {
        return begun(List.of(), freePort(), data, log);
    }

    private static Process begun(List<String> by, int port, Path data, File log) throws IOException {
        var command = new ArrayList<>(by);
        command.addAll(java(List.of()));
        command.addAll(List.of(RunningPortal.arguments(port, data)));
        return begun(command, Map.of(), log);
    }

    private static List<String> java(List<String> options) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(PackagedServer.unpacked(Path.of("target")).orElseGet(ServerProcess::fromClasses));
        return command;
    }

    private static Process begun(List<String> command, Map<String, String> environment, File log) throws IOException {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /// A server as an operator starts it who sets variables, in a folder of its own; [#awaitReady] waits for it.
    static ServerProcess with(Map<String, String> environment, List<String> options, Path data, File log)
            throws IOException {
        int port = freePort();
        var command = new ArrayList<>(java(options));
        command.addAll(List.of("--portal.store.directory=" + data, "--spring.main.banner-mode=off"));
        RunningPortal.BUSY.forEach((name, limit) -> command.add("--" + name + '=' + limit));
        var variables = new HashMap<>(environment);
        variables.put("PORTAL_PORT", "" + port);
        return new ServerProcess(begun(command, variables, log), URI.create("http://127.0.0.1:" + port));
    }

    /// A server as a platform starts it, which says the port by a name of its own.
    static ServerProcess hosted(Map<String, String> environment, List<String> options, File log) throws IOException {
        int port = freePort();
        var variables = new HashMap<>(environment);
        variables.put("PORT", "" + port);
        return new ServerProcess(begun(java(options), variables, log), URI.create("http://127.0.0.1:" + port));
    }

    /// Asks the process to end, as platforms do: with SIGTERM.
    void askToEnd() {
        process.destroy();
    }

    /// Runs the program for something that ends by itself, and says how it ended.
    static int run(Map<String, String> environment, List<String> options, List<String> arguments, File log)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(java(options));
        command.addAll(arguments);
        return begun(command, environment, log).waitFor();
    }

    /// Without what tests, and other programs beside it, bring along for logging.
    private static List<String> fromClasses() {
        var path = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> Stream.of("logback-test.xml", "logback.xml")
                        .noneMatch(file -> Files.exists(Path.of(entry, file))))
                .collect(Collectors.joining(File.pathSeparator));
        return List.of("-cp", path, PortalServer.class.getName());
    }

    private static ServerProcess started(List<String> by, Path data, File log) throws IOException {
        int port = freePort();
        var process = begun(by, port, data, log);
        return new ServerProcess(process, URI.create("http://127.0.0.1:" + port)).awaitReady(log);
    }

    ServerProcess awaitReady(File log) {
        Awaitility.await("server ready, see " + log)
                .atMost(PATIENCE)
                .ignoreExceptions()
                .failFast("the server ended, see " + log, () -> !process.isAlive())
                .until(this::healthy);
        return this;
    }

    /// Waits until it has ended by itself, and says how.
    int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private boolean healthy() throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(address.resolve("/api/v1/health")).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        }
    }

    public URI address() {
        return address;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Ends the process with SIGKILL: no hook of it runs.
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
