package training.powerbi.desktop.settings;

/// In which colours the person wants the program.
public enum Look {
    /// As the operating system has it, changing with it.
    SYSTEM,
    LIGHT,
    DARK
}
