package training.powerbi.client.graphql;

import graphql.schema.Coercing;

/// A scalar of which only the name matters.
final class AnyText implements Coercing<Object, Object> {}
