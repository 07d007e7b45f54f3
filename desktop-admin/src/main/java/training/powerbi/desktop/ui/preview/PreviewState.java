package training.powerbi.desktop.ui.preview;

/// How a preview gets on.
enum PreviewState {
    CLOSED,
    LOADING,
    SHOWN,
    /// It cannot be shown here; the browser can be tried.
    FAILED
}
