/// One student: what is open to them and why, and the course as they see it.
@NullMarked
package training.powerbi.desktop.ui.student;

import org.jspecify.annotations.NullMarked;
