package training.powerbi.client;

import java.util.List;

/// A day whose slides have arrived, and what of them will not load.
public record UploadedSlides(CourseDay day, List<LoadWarning> warnings) {}
