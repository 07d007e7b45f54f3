package training.powerbi.server.acceptance;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import training.powerbi.server.PortalServer;

/// The whole server in this process, on a free port, over a data folder of its own.
public final class RunningPortal extends PortalHttp {
    /// Tests do in a minute, from one address, what a class does in a day.
    public static final Map<String, String> BUSY = Map.of(
            "portal.limits.registrations-per-hour", "100000",
            "portal.limits.sign-ins-per-hour", "100000",
            "portal.limits.playback-per-minute", "100000",
            "portal.limits.open-uploads", "1000");

    private final ConfigurableApplicationContext context;

    private RunningPortal(ConfigurableApplicationContext context) {
        super(addressOf(context));
        this.context = context;
    }

    public static RunningPortal over(Path data, String... properties) {
        return with(List.of(), data, properties);
    }

    /// A server at a port of the caller's choice, as one that is started again.
    public static RunningPortal at(int port, Path data, String... properties) {
        return new RunningPortal(
                new SpringApplicationBuilder(PortalServer.class).run(arguments(port, data, properties)));
    }

    /// A server with parts of it replaced.
    ///
    /// @param beans configuration classes that replace parts of the server
    public static RunningPortal with(List<Class<?>> beans, Path data, String... properties) {
        var sources = new ArrayList<Class<?>>(beans);
        sources.add(PortalServer.class);
        var application = new SpringApplicationBuilder(sources.toArray(Class<?>[]::new));
        return new RunningPortal(application.run(arguments(0, data, properties)));
    }

    /// The command line of a server over `data` with the test's trainer as its first admin.
    static String[] arguments(int port, Path data, String... properties) {
        var arguments = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--portal.store.directory=" + data,
                "--portal.bootstrap.admin-email=" + ADMIN_EMAIL,
                "--portal.bootstrap.admin-password=" + ADMIN_PASSWORD,
                "--spring.main.banner-mode=off"));
        Arrays.stream(properties).map(property -> "--" + property).forEach(arguments::add);
        BUSY.forEach((name, limit) -> {
            if (Arrays.stream(properties).noneMatch(property -> property.startsWith(name + '='))) {
                arguments.add("--" + name + '=' + limit);
            }
        });
        return arguments.toArray(String[]::new);
    }

    private static URI addressOf(ConfigurableApplicationContext context) {
        var server = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer());
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        super.close();
        context.close();
    }
}
