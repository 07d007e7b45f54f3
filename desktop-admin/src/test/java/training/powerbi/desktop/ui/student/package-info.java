@NullMarked
package training.powerbi.desktop.ui.student;

import org.jspecify.annotations.NullMarked;
