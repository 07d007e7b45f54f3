package training.powerbi.desktop.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.FileDelivery;
import training.powerbi.client.LoadWarning;
import training.powerbi.client.UploadedSlides;
import training.powerbi.model.Resource;

/// Takes files for a [FakePortal] and says what was sent.
public final class FakeFiles implements FileDelivery {
    /// What was sent, in order.
    public final List<String> sent = new ArrayList<>();

    /// What the next slides are warned of.
    public final List<LoadWarning> warnings = new ArrayList<>();

    private final FakePortal portal;
    private @Nullable RuntimeException refusal;

    public FakeFiles(FakePortal portal) {
        this.portal = portal;
    }

    /// The next call fails, once.
    public void refuse(RuntimeException with) {
        refusal = with;
    }

    private void hear(String call) {
        sent.add(call);
        var failure = refusal;
        refusal = null;
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public UploadedSlides uploadPresentation(int dayNumber, Path file, LongConsumer progress) {
        progress.accept(1);
        hear("slides " + dayNumber + " " + file.getFileName());
        var day = portal.day(dayNumber);
        portal.put(Samples.with(
                day,
                "/api/v1/materials/t/" + file.getFileName(),
                day.recordings(),
                day.removedRecordings(),
                day.resources()));
        return new UploadedSlides(portal.day(dayNumber), List.copyOf(warnings));
    }

    @Override
    public Resource uploadResource(int dayNumber, String title, Path file, LongConsumer progress) {
        progress.accept(1);
        hear("resource " + dayNumber + " " + title);
        return portal.addResource(dayNumber, title, "/api/v1/materials/t/" + title);
    }

    @Override
    public void uploadCaptions(String recordingId, String language, Path file) {
        hear("captions " + recordingId + " " + language);
    }

    @Override
    public void removeCaptions(String recordingId, String language) {
        hear("remove captions " + recordingId + " " + language);
    }
}
