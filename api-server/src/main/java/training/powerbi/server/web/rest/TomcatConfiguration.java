package training.powerbi.server.web.rest;

import java.time.Clock;
import org.apache.catalina.core.StandardHost;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import training.powerbi.server.limit.Limits;

@Configuration(proxyBeanMethods = false)
class TomcatConfiguration {
    private static final int READ_BUFFER = 4 * 1024;
    private static final int WRITE_BUFFER = 6 * 1024;

    /// The container's own error page names itself and its version; ours does neither.
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemReports() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemReportValve.class.getName());
                host.getPipeline().addValve(new ProblemReportValve());
            }
        });
    }

    /// Each connection keeps one buffer of each kind as long as it is open, a listening socket's too, of which there
    /// are thousands. Larger ones move files faster: what is written goes out in pieces of this size.
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> connectionBuffers() {
        return factory -> factory.addConnectorCustomizers(connector -> {
            connector.setProperty("socket.appReadBufSize", Integer.toString(READ_BUFFER));
            connector.setProperty("socket.appWriteBufSize", Integer.toString(WRITE_BUFFER));
        });
    }

    /// The container fails on more languages than ten, on whatever address. Their number is bounded by the size that a
    /// request's head may have.
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> manyLanguages() {
        return factory -> factory.addConnectorCustomizers(connector -> connector.setMaxLocaleCount(Integer.MAX_VALUE));
    }

    /// A client that asks before it sends a large body hears a refusal first, and sends nothing.
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> lateContinue() {
        return factory -> factory.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                http.setContinueResponseTiming(ContinueResponseTiming.ON_REQUEST_BODY_READ.toString());
            }
        });
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> timedHeads(Limits limits, Clock clock) {
        return factory -> {
            factory.setProtocol(TimedHeads.class.getName());
            factory.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof TimedHeads heads) {
                    heads.limit(clock, limits.headTime());
                }
            });
        };
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> unreadBodies(Clock clock) {
        return factory -> factory.addEngineValves(new UnreadBodyValve(clock));
    }
}
