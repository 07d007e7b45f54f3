package training.powerbi.server.web.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.function.ServerRequest;
import reactor.core.publisher.Mono;

class EventStreamHandlerTest {
    /// The filters around a request add headers while it leaves; a stream's thread doing so at the same time
    /// tears the answer.
    @Test
    void theHeadersAreSentBeforeTheRequestsThreadLeaves() throws Exception {
        var http = new MockHttpServletRequest("POST", "/graphql");
        http.setAsyncSupported(true);
        var answer = new MockHttpServletResponse();
        var handler = new EventStreamHandler(
                WebGraphQlHandler.builder(_ -> Mono.never()).build(), Duration.ofSeconds(15));

        handler.prepareResponse(ServerRequest.create(http, List.of()), Mono.never())
                .writeTo(http, answer, List::of);

        assertThat(answer.isCommitted()).isTrue();
        assertThat(answer.getContentAsString()).startsWith(":");
    }
}
