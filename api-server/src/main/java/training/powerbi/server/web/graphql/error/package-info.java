/// Failures as GraphQL answers show them.
@NullMarked
package training.powerbi.server.web.graphql.error;

import org.jspecify.annotations.NullMarked;
