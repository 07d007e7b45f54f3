package training.powerbi.client;

import org.jspecify.annotations.Nullable;

/// What shall change of a recording; null stays.
///
/// @param expectedEditVersion the version the editor saw
public record RecordingEdit(
        @Nullable String title,
        @Nullable String videoUrl,
        @Nullable String duration,
        int expectedEditVersion) {}
