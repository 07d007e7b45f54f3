package training.powerbi.client;

import java.nio.file.Path;
import java.util.function.LongConsumer;
import training.powerbi.model.Resource;

/// Slides, files and captions on their way to the portal, in one request each. Calls block; `sent` is told how many
/// bytes have left, on any thread.
public interface FileDelivery {

    /// Replaces the day's slides: a deck (.html, or .zip with index.html), PDF or PPTX.
    UploadedSlides uploadPresentation(int dayNumber, Path file, LongConsumer sent);

    Resource uploadResource(int dayNumber, String title, Path file, LongConsumer sent);

    /// Adds or replaces the captions in one language.
    ///
    /// @param language BCP 47
    /// @throws training.powerbi.model.error.PortalException BAD_USER_INPUT naming the wrong line
    void uploadCaptions(String recordingId, String language, Path file);

    void removeCaptions(String recordingId, String language);
}
