/// The GraphQL engine's edge: limits, errors, scalars, and the gate before `/graphql`.
@NullMarked
package training.powerbi.server.web.graphql;

import org.jspecify.annotations.NullMarked;
