package training.powerbi.server.web.graphql;

import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.webmvc.GraphQlHttpHandler;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.function.AsyncServerResponse;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import reactor.core.publisher.Mono;

/// Waits for the answer on the request's own virtual thread. The framework would hand the request back to the
/// container and run the whole row of filters a second time to write it.
final class CallingThreadHandler extends GraphQlHttpHandler {

    CallingThreadHandler(WebGraphQlHandler handler, JacksonJsonHttpMessageConverter converter) {
        super(handler, converter);
    }

    @Override
    protected ServerResponse prepareResponse(ServerRequest request, Mono<WebGraphQlResponse> response) {
        ServerResponse answer = super.prepareResponse(request, response);
        return answer instanceof AsyncServerResponse async ? async.block() : answer;
    }

    /// A client that asked by hash reads what it should do next in any other answer than a refusal.
    @Override
    protected HttpStatus selectResponseStatus(WebGraphQlResponse response, MediaType type) {
        return PersistedQueries.isAnsweredBy(response) ? HttpStatus.OK : super.selectResponseStatus(response, type);
    }
}
