package training.powerbi.desktop.api;

import java.net.URI;
import java.time.Clock;
import java.util.random.RandomGenerator;

/// Everything that goes to one portal in the name of one trainer. The only place that knows the adapters of the ports
/// here.
public final class PortalConnection implements AutoCloseable {
    private final PortalHttp http;
    private final PortalClient client;
    private final LiveFeed feed;
    private final RecordingUploader uploader;
    private final FileDelivery files;

    private PortalConnection(PortalHttp http, TokenProvider tokens, Clock clock, Pause pause) {
        var documents = new Documents();
        var signedIn = new SignedInHttp(http, tokens);
        var bodies = new LongRequests(http);
        var graphQl = new GraphQlHttp(signedIn, documents);
        this.http = http;
        this.client = new GraphQlPortalClient(graphQl);
        this.feed = new SocketFeed(http, tokens, documents, clock, RandomGenerator.getDefault());
        this.uploader = new HttpRecordingUploader(new TusCalls(signedIn, bodies), graphQl, pause);
        this.files = new HttpFileDelivery(signedIn, bodies, graphQl);
    }

    /// Connects when something is first asked for.
    ///
    /// @param tokens a session, as a rule
    public static PortalConnection to(URI portal, TokenProvider tokens, Clock clock) {
        return new PortalConnection(PortalHttp.to(portal), tokens, clock, Pause.real());
    }

    static PortalConnection to(URI portal, TokenProvider tokens, Clock clock, Pause pause) {
        return new PortalConnection(PortalHttp.to(portal), tokens, clock, pause);
    }

    public PortalClient client() {
        return client;
    }

    public LiveFeed feed() {
        return feed;
    }

    public RecordingUploader uploader() {
        return uploader;
    }

    public FileDelivery files() {
        return files;
    }

    /// Cuts off what is under way.
    @Override
    public void close() {
        feed.close();
        http.close();
    }
}
