package training.powerbi.server.web.socket;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;

/// What the container keeps for a socket from its first byte to its last. Left alone it keeps room for the largest
/// message it may ever read, about 200 KiB. These are pieces' sizes, not limits: a longer message comes and leaves in
/// several, and [MessagePieces] puts together what came.
@Configuration(proxyBeanMethods = false)
class SocketBuffers {
    /// Read once, when the container's class of that constant is loaded; there is no setting beside it.
    private static final String FRAMES = "org.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE";

    private static final int FRAME_BYTES = 1024;
    private static final int MESSAGE_PIECE = 512;

    /// A customizer because those run before the container starts.
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> smallFrames() {
        return _ -> {
            if (System.getProperty(FRAMES) == null) {
                System.setProperty(FRAMES, Integer.toString(FRAME_BYTES));
            }
        };
    }

    @Bean
    ServletServerContainerFactoryBean socketContainer() {
        ServletServerContainerFactoryBean container = new ServletServerContainerFactoryBean();
        container.setMaxTextMessageBufferSize(MESSAGE_PIECE);
        container.setMaxBinaryMessageBufferSize(MESSAGE_PIECE);
        return container;
    }
}
