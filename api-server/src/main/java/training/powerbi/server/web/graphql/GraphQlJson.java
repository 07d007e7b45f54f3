package training.powerbi.server.web.graphql;

import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;

/// The converter of GraphQL messages, kept apart from the one REST bodies use.
public record GraphQlJson(JacksonJsonHttpMessageConverter converter) {}
