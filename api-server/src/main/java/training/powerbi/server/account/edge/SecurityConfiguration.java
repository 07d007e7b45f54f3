package training.powerbi.server.account.edge;

import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.servlet.HandlerExceptionResolver;
import training.powerbi.server.account.signin.PasswordChangeFilter;

/// Who may knock where. What someone may do behind the door is decided on the services, which all transports
/// share. Headers and the like are added by the edge through `Customizer<HttpSecurity>` beans.
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SecurityConfiguration {
    private static final String[] TICKETED = {
        "/api/v1/videos/*/{ticket}.{extension}", "/api/v1/materials/*/**", "/api/v1/captions/*/**"
    };

    /// Frames, pictures, captions and players send no header; the ticket in the path says who asks. So nobody is signed
    /// in here, and a film's many ranges pass through little.
    @Bean
    @Order(0)
    SecurityFilterChain ticketSecurity(HttpSecurity http) {
        http.securityMatchers(requests ->
                requests.requestMatchers(HttpMethod.GET, TICKETED).requestMatchers(HttpMethod.HEAD, TICKETED));
        http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        keepNothing(http);
        http.anonymous(AbstractHttpConfigurer::disable);
        http.exceptionHandling(AbstractHttpConfigurer::disable);
        http.headers(AbstractHttpConfigurer::disable);
        http.securityContext(AbstractHttpConfigurer::disable);
        http.servletApi(AbstractHttpConfigurer::disable);
        return http.build();
    }

    private static void keepNothing(HttpSecurity http) {
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        // No cookie carries rights here, so there is nothing to forge a request with.
        http.csrf(AbstractHttpConfigurer::disable);
        http.logout(AbstractHttpConfigurer::disable);
        http.requestCache(AbstractHttpConfigurer::disable);
    }

    @Bean
    SecurityFilterChain portalSecurity(
            HttpSecurity http,
            AuthenticationManager authenticator,
            ObjectProvider<AuthenticationEntryPoint> entryPoint,
            ObjectProvider<AccessDeniedHandler> accessDenied,
            ObjectProvider<CorsConfigurationSource> cors,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
        http.authorizeHttpRequests(SecurityConfiguration::rules);
        keepNothing(http);
        // The edge says who may frame what, address by address; this header would forbid it everywhere.
        http.headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::disable));
        http.oauth2ResourceServer(server -> {
            server.authenticationManagerResolver(request -> authenticator);
            entryPoint.ifAvailable(server::authenticationEntryPoint);
            accessDenied.ifAvailable(server::accessDeniedHandler);
        });
        http.exceptionHandling(handling -> {
            entryPoint.ifAvailable(handling::authenticationEntryPoint);
            accessDenied.ifAvailable(handling::accessDeniedHandler);
        });
        if (cors.getIfAvailable() != null) {
            http.cors(Customizer.withDefaults());
        }
        http.addFilterAfter(new PasswordChangeFilter(errors), AuthorizationFilter.class);
        return http.build();
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        // The request they belong to has been let in already.
        requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll();
        // The edge refuses anonymous operations there, except for the outline.
        requests.requestMatchers("/graphql").permitAll();
        requests.requestMatchers(
                        HttpMethod.POST,
                        "/api/v1/auth/login",
                        "/api/v1/auth/register",
                        "/api/v1/auth/refresh",
                        "/api/v1/auth/reset",
                        "/api/v1/auth/logout")
                .permitAll();
        requests.requestMatchers(
                        HttpMethod.GET, "/api/v1/health", "/api/v1/config", "/api/v1/docs/**", "/api/v1/calendar/*")
                .permitAll();
        // Calendar programs look whether it is there before they fetch it.
        requests.requestMatchers(HttpMethod.HEAD, "/api/v1/calendar/*").permitAll();
        // The upload protocol's own greeting tells no more than config does.
        requests.requestMatchers(HttpMethod.OPTIONS, "/api/v1/videos/uploads/**")
                .permitAll();
        requests.requestMatchers("/api/**").authenticated();
        // The static site and the public keys; everything else there is answers 404 or 405.
        requests.anyRequest().permitAll();
    }
}
