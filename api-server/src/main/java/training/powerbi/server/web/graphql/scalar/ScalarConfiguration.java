package training.powerbi.server.web.graphql.scalar;

import graphql.schema.GraphQLScalarType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

@Configuration(proxyBeanMethods = false)
class ScalarConfiguration {

    @Bean
    RuntimeWiringConfigurer scalars() {
        GraphQLScalarType dateTime = GraphQLScalarType.newScalar()
                .name("DateTime")
                .coercing(new DateTimeScalar())
                .build();
        GraphQLScalarType number = GraphQLScalarType.newScalar()
                .name("Long")
                .coercing(new LongScalar())
                .build();
        return wiring -> wiring.scalar(dateTime).scalar(number);
    }
}
