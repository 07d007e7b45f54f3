package training.powerbi.client.connection;

import java.net.URI;
import java.time.Clock;
import training.powerbi.client.FileDelivery;
import training.powerbi.client.LiveFeed;
import training.powerbi.client.PortalClient;
import training.powerbi.client.PortalConfig;
import training.powerbi.client.RecordingUploader;
import training.powerbi.client.TokenProvider;
import training.powerbi.client.access.AccessClient;
import training.powerbi.client.access.AccessClients;
import training.powerbi.client.access.CohortClient;
import training.powerbi.client.graphql.Documents;
import training.powerbi.client.graphql.GraphQlHttp;
import training.powerbi.client.http.PortalHttp;
import training.powerbi.client.http.SignedInHttp;
import training.powerbi.client.live.LiveFeeds;
import training.powerbi.client.report.LakehouseReports;
import training.powerbi.client.report.LearnerFiles;
import training.powerbi.client.report.Reports;
import training.powerbi.client.upload.Pause;
import training.powerbi.client.upload.Uploads;

/// Everything that goes to one portal in the name of one trainer. The only place that puts the adapters of the ports
/// together.
public final class PortalConnection implements AutoCloseable {
    private final PortalHttp http;
    private final PortalClient client;
    private final LiveFeed feed;
    private final RecordingUploader uploader;
    private final FileDelivery files;
    private final LakehouseReports reports;
    private final LearnerFiles learners;
    private final CohortClient cohorts;
    private final AccessClient access;

    private PortalConnection(PortalHttp http, TokenProvider tokens, Clock clock, Pause pause) {
        var documents = new Documents();
        var signedIn = new SignedInHttp(http, tokens);
        var graphQl = new GraphQlHttp(signedIn, documents);
        var uploads = new Uploads(signedIn, graphQl, pause);
        this.http = http;
        this.client = graphQl.client();
        this.feed = LiveFeeds.overSocket(http, tokens, documents, clock);
        this.uploader = uploads.recordings();
        this.files = uploads.files();
        this.reports = Reports.of(signedIn, graphQl);
        this.learners = Reports.learners(signedIn);
        this.cohorts = AccessClients.cohorts(graphQl);
        this.access = AccessClients.of(graphQl);
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

    /// What the portal says of itself now; fails as [PortalClient] does.
    public PortalConfig config() {
        return http.config();
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

    public LakehouseReports reports() {
        return reports;
    }

    public LearnerFiles learners() {
        return learners;
    }

    public CohortClient cohorts() {
        return cohorts;
    }

    public AccessClient access() {
        return access;
    }

    /// Cuts off what is under way.
    @Override
    public void close() {
        feed.close();
        http.close();
    }
}
