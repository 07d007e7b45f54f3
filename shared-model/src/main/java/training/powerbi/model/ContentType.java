package training.powerbi.model;

/// What of a day a student has looked at.
public enum ContentType {
    PRESENTATION,
    RECORDING
}
