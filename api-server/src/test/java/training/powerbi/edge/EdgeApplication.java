package training.powerbi.edge;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import training.powerbi.lakehouse.Lakehouse;
import training.powerbi.lakehouse.testing.MemoryLakehouse;
import training.powerbi.server.live.Broadcast;

@SpringBootConfiguration
@EnableAutoConfiguration
@EnableMethodSecurity
@ComponentScan({"training.powerbi.server.web", "training.powerbi.server.limit"})
@ConfigurationPropertiesScan({"training.powerbi.server.web", "training.powerbi.server.limit"})
@Import({EdgeFields.class, EdgeCalls.class, EdgeService.class})
class EdgeApplication {

    @Bean
    Lakehouse lakehouse() {
        return new MemoryLakehouse();
    }

    @Bean
    EdgeTokens tokens() {
        return new EdgeTokens();
    }

    @Bean
    Broadcast<Integer> changes() {
        return new Broadcast<>();
    }

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http,
            AuthenticationManager authenticator,
            AuthenticationEntryPoint entryPoint,
            AccessDeniedHandler accessDenied) {
        http.authorizeHttpRequests(requests -> {
            requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                    .permitAll();
            requests.requestMatchers("/graphql", "/api/v1/health", "/api/v1/docs/**", "/api/v1/open/**")
                    .permitAll();
            requests.requestMatchers("/api/**").authenticated();
            requests.anyRequest().permitAll();
        });
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.csrf(AbstractHttpConfigurer::disable);
        http.requestCache(AbstractHttpConfigurer::disable);
        http.oauth2ResourceServer(server -> server.authenticationManagerResolver(request -> authenticator)
                .authenticationEntryPoint(entryPoint)
                .accessDeniedHandler(accessDenied));
        http.exceptionHandling(
                handling -> handling.authenticationEntryPoint(entryPoint).accessDeniedHandler(accessDenied));
        return http.build();
    }
}
