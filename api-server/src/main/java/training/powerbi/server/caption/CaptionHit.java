package training.powerbi.server.caption;

import training.powerbi.model.Recording;

/// A place where the words were said.
record CaptionHit(Recording recording, int dayNumber, double seconds, String snippet, String language) {}
