package training.powerbi.desktop.ui.upload;

import java.util.List;
import training.powerbi.client.RecordingUploader.Upload;

/// Where uploads that are not done are written down, so that the next start of the program can take them up. Calls
/// block, and come one at a time.
public interface UploadJournal {

    /// What was written last; empty when nothing was or it cannot be read.
    List<Upload> read();

    void write(List<Upload> uploads);
}
