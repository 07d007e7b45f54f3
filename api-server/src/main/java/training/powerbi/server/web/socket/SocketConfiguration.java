package training.powerbi.server.web.socket;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webmvc.GraphQlSseHandler;
import org.springframework.graphql.server.webmvc.GraphQlWebSocketHandler;
import training.powerbi.server.limit.Limits;
import training.powerbi.server.web.graphql.GraphQlJson;
import training.powerbi.server.web.http.CorsRules;

@Configuration(proxyBeanMethods = false)
class SocketConfiguration {

    @Bean
    MeterBinder liveConnectionMetrics(LiveConnections connections) {
        return registry -> Gauge.builder("portal.live.connections", connections, LiveConnections::size)
                .description("Open sockets and event streams of people who are signed in")
                .register(registry);
    }

    @Bean
    GraphQlSseHandler graphQlSseHandler(WebGraphQlHandler handler, GraphQlProperties properties) {
        Duration keepAlive = properties.getHttp().getSse().getKeepAlive();
        return new EventStreamHandler(handler, keepAlive == null ? Duration.ofSeconds(15) : keepAlive);
    }

    @Bean
    GraphQlWebSocketHandler graphQlWebSocketHandler(
            WebGraphQlHandler handler,
            GraphQlJson json,
            GraphQlProperties properties,
            CorsRules rules,
            HandshakeLimit handshakes,
            LiveConnections connections,
            Limits limits) {
        GraphQlProperties.Websocket settings = properties.getWebsocket();
        Duration keepAlive = settings.getKeepAlive() == null ? Duration.ofSeconds(30) : settings.getKeepAlive();
        SocketHandler sockets = new SocketHandler(
                handler,
                json.converter(),
                settings.getConnectionInitTimeout(),
                keepAlive,
                rules.configuration(),
                handshakes);
        connections.eachBeat(now -> sockets.endOverdue(now, limits.bodyTime()));
        return sockets;
    }
}
