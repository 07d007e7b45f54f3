package training.powerbi.server.web.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.CorsFilter;

@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

    /// Ahead of the security chain: a preflight carries no token.
    @Bean
    FilterRegistrationBean<CorsFilter> crossOriginFilter(CorsRules rules) {
        CorsConfiguration configuration = rules.configuration();
        CorsConfiguration slides = rules.slides();
        CorsFilter filter = new CorsFilter(request -> {
            if (MaterialPolicy.covers(request.getRequestURI())) {
                return slides;
            }
            return guarded(request) ? configuration : null;
        });
        filter.setCorsProcessor(new ProblemCorsProcessor());
        FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 3);
        return registration;
    }

    private static boolean guarded(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/api/") || path.startsWith("/graphql") || path.startsWith("/.well-known/");
    }

    private static final class ProblemCorsProcessor extends DefaultCorsProcessor {
        private static final String BODY =
                "{\"type\":\"urn:training-portal:problem:access-denied\",\"title\":\"Access denied\",\"status\":403,"
                        + "\"detail\":\"Pages of this origin may not call the portal; its operator can add the origin to ALLOWED_ORIGINS.\","
                        + "\"code\":\"ACCESS_DENIED\"}";

        @Override
        protected void rejectRequest(ServerHttpResponse response) throws IOException {
            response.setStatusCode(org.springframework.http.HttpStatus.FORBIDDEN);
            response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
            response.getBody().write(BODY.getBytes(StandardCharsets.UTF_8));
            response.flush();
        }
    }
}
