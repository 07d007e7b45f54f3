package training.powerbi.desktop.ui.activity;

/// One value of a change, before and after.
///
/// @param before empty when there was none
/// @param changed false for what only says what the change is about
record ChangeRow(String name, String before, String after, boolean changed) {}
