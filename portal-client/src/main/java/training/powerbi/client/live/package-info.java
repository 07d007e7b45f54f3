/// Live events over one graphql-transport-ws connection that stays open.
@NullMarked
package training.powerbi.client.live;

import org.jspecify.annotations.NullMarked;
