package training.powerbi.desktop.ui.student;

/// A day as one student has it.
///
/// @param percent of the day the student is through with
record StudentDay(int number, String title, boolean isOpen, double percent) {}
