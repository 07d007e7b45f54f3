package training.powerbi.server.caption;

/// What is said from one moment of a recording to another.
///
/// @param text without markup, on one line
record Cue(double startSeconds, double endSeconds, String text) {}
