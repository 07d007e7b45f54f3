package training.powerbi.plainedge;

import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.GraphQLScalarType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.graphql.data.method.annotation.GraphQlExceptionHandler;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import training.powerbi.model.error.PortalException;

/// The account and audit modules with the plainest edge that shows their codes. Lives outside the server's package,
/// so that no component scan of the server finds it.
@EnableAutoConfiguration
@ComponentScan(basePackages = {"training.powerbi.server.account", "training.powerbi.server.audit"})
@ConfigurationPropertiesScan("training.powerbi.server.account")
public class TestEdge {

    @Bean
    RuntimeWiringConfigurer scalars() {
        return wiring -> List.of("DateTime", "Long")
                .forEach(name -> wiring.scalar(GraphQLScalarType.newScalar()
                        .name(name)
                        .coercing(new Text())
                        .build()));
    }

    @Bean
    Codes codes() {
        return new Codes();
    }

    @Bean
    Lessons lessons() {
        return new Lessons();
    }

    /// Something that only signed-in people may read.
    @RestController
    static class Lessons {
        @GetMapping("/api/v1/lessons")
        String lessons() {
            return "lessons";
        }
    }

    @ControllerAdvice
    static class Codes {
        record Problem(String code, String detail) {}

        @ExceptionHandler
        ResponseEntity<Problem> rest(PortalException e) {
            var reply = ResponseEntity.status(e.code().httpStatus());
            e.retryAfterSeconds().ifPresent(seconds -> reply.header("Retry-After", seconds));
            return reply.body(new Problem(e.code().name(), e.sentence()));
        }

        @GraphQlExceptionHandler
        GraphQLError graphQl(PortalException e) {
            return GraphQLError.newError()
                    .errorType(ErrorType.valueOf(e.code().category().name()))
                    .message("%s", e.sentence())
                    .extensions(Map.of("code", e.code().name()))
                    .build();
        }
    }

    private static final class Text implements Coercing<Object, String> {
        @Override
        public String serialize(Object result, GraphQLContext context, Locale locale) {
            return result.toString();
        }

        @Override
        public Object parseValue(Object input, GraphQLContext context, Locale locale) {
            return Instant.parse(input.toString());
        }

        @Override
        public Object parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            if (input instanceof StringValue text) {
                return Instant.parse(text.getValue());
            }
            throw new CoercingParseLiteralException("not a text");
        }
    }
}
