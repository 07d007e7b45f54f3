package training.powerbi.client.upload;

import training.powerbi.client.FileDelivery;
import training.powerbi.client.RecordingUploader;
import training.powerbi.client.graphql.GraphQlHttp;
import training.powerbi.client.http.SignedInHttp;

/// The ways files take to the portal, all in the name of one person.
public final class Uploads {
    private final RecordingUploader recordings;
    private final FileDelivery files;

    /// Everything by the same connection.
    ///
    /// @param pause between attempts at a recording whose line was cut
    public Uploads(SignedInHttp http, GraphQlHttp graphQl, Pause pause) {
        var bodies = new LongRequests(http.http());
        this.recordings = new HttpRecordingUploader(new TusCalls(http, bodies), graphQl, pause);
        this.files = new HttpFileDelivery(http, bodies, graphQl);
    }

    public RecordingUploader recordings() {
        return recordings;
    }

    public FileDelivery files() {
        return files;
    }
}
