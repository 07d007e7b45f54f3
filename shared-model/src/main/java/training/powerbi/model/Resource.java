package training.powerbi.model;

import java.time.Instant;

/// A file or link that belongs to a day, as one person may open it.
///
/// @param url for files kept by the portal a short-lived address of that person's, else an address elsewhere
/// @param mediaType such as `text/csv`; `text/html` for links
/// @param sizeBytes 0 for links
public record Resource(
        String resourceId,
        int dayNumber,
        String title,
        String url,
        String mediaType,
        long sizeBytes,
        Instant uploadedAt,
        long revision) {}
