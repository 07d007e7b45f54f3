package training.powerbi.model;

/// The captions of a recording in one language, as one person may load them.
///
/// @param language BCP 47, such as `en` or `pt-BR`
/// @param label for the player's menu
/// @param url short-lived address of a WebVTT file
public record Caption(String language, String label, String url) {}
