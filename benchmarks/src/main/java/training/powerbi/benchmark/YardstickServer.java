package training.powerbi.benchmark;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import training.powerbi.server.PortalServer;

/// The portal with one address more, which answers constant bytes ahead of everything: the most this server could
/// do.
final class YardstickServer {
    static final String PATH = "/yardstick";

    private YardstickServer() {}

    public static void main(String[] args) {
        new SpringApplicationBuilder(PortalServer.class, ConstantBytes.class).run(args);
    }

    /// Not scanned: named as a source above.
    static class ConstantBytes {

        @Bean
        FilterRegistrationBean<?> yardstick() {
            var filter = new FilterRegistrationBean<>((request, response, chain) -> {
                var size = Integer.parseInt(((HttpServletRequest) request).getParameter("size"));
                var answer = (HttpServletResponse) response;
                answer.setContentType("application/json");
                answer.getOutputStream().write("x".repeat(size).getBytes(StandardCharsets.US_ASCII));
            });
            filter.addUrlPatterns(PATH);
            filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return filter;
        }
    }
}
