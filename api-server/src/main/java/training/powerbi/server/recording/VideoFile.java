package training.powerbi.server.recording;

import org.jspecify.annotations.Nullable;

/// What is known of the bytes of a recording that the portal keeps.
///
/// @param sha256 in lower-case hexadecimal digits
/// @param width in pixels; null when the file has no pictures, or does not say
public record VideoFile(
        long sizeBytes,
        String sha256,
        String mediaType,
        @Nullable Integer width,
        @Nullable Integer height) {}
