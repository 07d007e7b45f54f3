/// The account's operations as GraphQL and REST have them.
@NullMarked
package training.powerbi.server.account.edge;

import org.jspecify.annotations.NullMarked;
