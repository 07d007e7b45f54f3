package training.powerbi.lakehouse.files.onelake.rest;

import java.time.Instant;

/// A blob in a listing.
///
/// @param path from the lakehouse's root on, beginning with `/`
public record BlobEntry(String path, long size, Instant modified) {}
