package training.powerbi.desktop.ui.upload;

/// Where an upload is on its way.
enum UploadState {
    /// Its turn comes.
    QUEUED,
    SENDING,
    /// The line was cut; it is tried again by itself.
    INTERRUPTED,
    /// By the person, or since the last start of the program.
    PAUSED,
    /// The portal's disk is full; tried again by itself after a while.
    BLOCKED,
    /// Not tried again by itself.
    FAILED,
    DONE;

    boolean isUnderWay() {
        return this == SENDING || this == INTERRUPTED;
    }

    boolean canPause() {
        return this == QUEUED || this == BLOCKED || isUnderWay();
    }

    boolean canGoOn() {
        return this == PAUSED || this == BLOCKED || this == FAILED;
    }
}
