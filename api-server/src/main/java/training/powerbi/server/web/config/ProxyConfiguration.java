package training.powerbi.server.web.config;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Behind a proxy every request comes from the proxy: one stranger's guesses would be everybody's. What the operator's
/// own proxies say of the sender is believed, and of nobody else.
@Configuration(proxyBeanMethods = false)
class ProxyConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> trustedProxies(WebProperties web) {
        TrustedProxies trusted = TrustedProxies.parse(web.trustedProxies());
        return factory -> {
            if (!trusted.pattern().isEmpty()) {
                ForwardedValve valve = new ForwardedValve();
                valve.setInternalProxies(trusted.pattern());
                valve.setRemoteIpHeader("X-Forwarded-For");
                valve.setProtocolHeader("X-Forwarded-Proto");
                factory.addEngineValves(valve);
            }
        };
    }
}
