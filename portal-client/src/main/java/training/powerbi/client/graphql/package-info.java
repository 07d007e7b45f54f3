/// The portal's queries and mutations: operations kept as files, and what they answer as records.
@NullMarked
package training.powerbi.client.graphql;

import org.jspecify.annotations.NullMarked;
