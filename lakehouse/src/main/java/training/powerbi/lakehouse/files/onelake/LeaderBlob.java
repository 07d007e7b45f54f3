package training.powerbi.lakehouse.files.onelake;

import java.io.IOException;
import training.powerbi.lakehouse.files.onelake.rest.BlobRequest;
import training.powerbi.lakehouse.files.onelake.rest.LakehouseBlobs;
import training.powerbi.lakehouse.files.onelake.rest.RefusedException;

/// The blob that names the leader. One try a request: who gets no answer does not lead for now.
record LeaderBlob(LakehouseBlobs blobs) implements Leader.File {
    static final String PATH = "/Files/_portal/leader";

    @Override
    public Leader.Found read() throws IOException {
        var request = BlobRequest.get(blobs.at(PATH));
        var answer = blobs.client().sendOnce(request);
        if (answer.isMissing()) {
            return new Leader.Found(new byte[0], "", answer.answeredAt());
        }
        if (answer.status() != 200) {
            throw new RefusedException(request, answer);
        }
        return new Leader.Found(answer.body(), answer.header("etag"), answer.answeredAt());
    }

    @Override
    public boolean replace(Leader.Found found, byte[] text) throws IOException {
        var put = BlobRequest.put(blobs.at(PATH), text);
        var answer =
                blobs.client().sendOnce(found.etag().isEmpty() ? put.ifAbsent() : put.with("If-Match", found.etag()));
        if (answer.status() != 201 && !answer.isTaken()) {
            throw new RefusedException(put, answer);
        }
        return answer.status() == 201;
    }
}
