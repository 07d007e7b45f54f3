@NullMarked
package training.powerbi.desktop.ui.calendar;

import org.jspecify.annotations.NullMarked;
