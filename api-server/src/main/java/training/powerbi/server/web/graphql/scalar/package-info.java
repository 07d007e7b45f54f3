/// Scalars of the schema.
@NullMarked
package training.powerbi.server.web.graphql.scalar;

import org.jspecify.annotations.NullMarked;
