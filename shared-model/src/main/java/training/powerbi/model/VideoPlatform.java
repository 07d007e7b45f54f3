package training.powerbi.model;

/// Where a recording's bytes come from.
public enum VideoPlatform {
    YOUTUBE,
    VIMEO,
    /// Uploaded to this portal.
    UPLOAD,
    /// A media file or playlist at an address elsewhere.
    DIRECT
}
