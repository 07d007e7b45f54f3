/// The runs of the course: made, renamed, copied onto other dates, archived.
@NullMarked
package training.powerbi.desktop.ui.cohort;

import org.jspecify.annotations.NullMarked;
