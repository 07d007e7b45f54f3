package training.powerbi.client.live;

import java.time.Clock;
import java.util.random.RandomGenerator;
import training.powerbi.client.LiveFeed;
import training.powerbi.client.TokenProvider;
import training.powerbi.client.graphql.Documents;
import training.powerbi.client.http.PortalHttp;

/// Makes live feeds.
public final class LiveFeeds {
    private LiveFeeds() {}

    /// Over one WebSocket, which is opened when the feed is started.
    public static LiveFeed overSocket(PortalHttp http, TokenProvider tokens, Documents documents, Clock clock) {
        return new SocketFeed(http, tokens, documents, clock, RandomGenerator.getDefault());
    }
}
