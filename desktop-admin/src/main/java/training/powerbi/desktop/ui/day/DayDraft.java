package training.powerbi.desktop.ui.day;

import training.powerbi.client.CourseDay;

/// What somebody has typed about a day and not saved.
///
/// @param base the day as it was when typing began
record DayDraft(String title, String description, CourseDay base) {

    static boolean sameWords(CourseDay one, CourseDay other) {
        return one.title().equals(other.title()) && one.description().equals(other.description());
    }
}
