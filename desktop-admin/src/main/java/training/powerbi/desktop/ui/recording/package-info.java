/// Recordings, slides and files of a day.
@NullMarked
package training.powerbi.desktop.ui.recording;

import org.jspecify.annotations.NullMarked;
