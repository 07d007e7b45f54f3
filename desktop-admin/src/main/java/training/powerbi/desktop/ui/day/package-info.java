/// A day: its words, recordings, slides and files.
@NullMarked
package training.powerbi.desktop.ui.day;

import org.jspecify.annotations.NullMarked;
