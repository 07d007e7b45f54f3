package training.powerbi.server.web.graphql;

import graphql.execution.instrumentation.Instrumentation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webmvc.GraphQlHttpHandler;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.server.web.graphql.document.DocumentCache;
import training.powerbi.server.web.graphql.error.GraphQlErrorResolver;

/// The engine, made here instead of by Boot: without generated Connection types, without switching
/// introspection for the whole JVM, with the cache of documents.
@Configuration(proxyBeanMethods = false)
class GraphQlConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(GraphQlConfiguration.class);

    @Bean
    GraphQlSource graphQlSource(
            ResourcePatternResolver resources,
            GraphQlProperties properties,
            GraphQlErrorResolver errors,
            ObjectProvider<Instrumentation> instrumentations,
            ObjectProvider<RuntimeWiringConfigurer> wiring,
            ObjectProvider<GraphQlSourceBuilderCustomizer> customizers,
            DocumentCache documents)
            throws IOException {
        GraphQlSource.SchemaResourceBuilder builder = GraphQlSource.schemaResourceBuilder()
                .schemaResources(schema(resources, properties).toArray(Resource[]::new))
                .exceptionResolvers(List.of(errors))
                .subscriptionExceptionResolvers(List.of(errors))
                .instrumentation(instrumentations.orderedStream().toList())
                .inspectSchemaMappings(report -> LOG.debug("{}", report))
                .configureGraphQl(engine -> engine.preparsedDocumentProvider(documents));
        wiring.orderedStream().forEach(builder::configureRuntimeWiring);
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        return builder.build();
    }

    private static List<Resource> schema(ResourcePatternResolver resources, GraphQlProperties properties)
            throws IOException {
        List<Resource> files = new ArrayList<>();
        for (String location : properties.getSchema().getLocations()) {
            files.addAll(Arrays.asList(resources.getResources(location + "**/*.graphqls")));
        }
        return files;
    }

    /// Controllers read from memory or wait on the virtual thread of their request; a second thread per field
    /// would only cost.
    @Bean
    AnnotatedControllerConfigurer annotatedControllerConfigurer(
            ObjectProvider<HandlerMethodArgumentResolver> argumentResolvers) {
        AnnotatedControllerConfigurer configurer = new AnnotatedControllerConfigurer();
        configurer.configureBinder(
                options -> options.conversionService(ApplicationConversionService.getSharedInstance()));
        configurer.setBlockingMethodPredicate(_ -> false);
        argumentResolvers.orderedStream().forEach(configurer::addCustomArgumentResolver);
        return configurer;
    }

    /// Reads and writes GraphQL messages. Unlike REST bodies they may carry members the portal does not know,
    /// as the protocols say.
    @Bean
    GraphQlJson graphQlJson(JsonMapper mapper) {
        JsonMapper lenient = mapper.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        return new GraphQlJson(new JacksonJsonHttpMessageConverter(lenient));
    }

    @Bean
    GraphQlHttpHandler graphQlHttpHandler(WebGraphQlHandler handler, GraphQlJson json) {
        return new CallingThreadHandler(handler, json.converter());
    }
}
