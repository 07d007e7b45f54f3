package training.powerbi.desktop.api;

import org.jspecify.annotations.Nullable;

/// What shall change of a recording; null stays.
///
/// @param expectedRevision the revision the editor saw
public record RecordingEdit(
        @Nullable String title,
        @Nullable String videoUrl,
        @Nullable String duration,
        long expectedRevision) {}
