@NullMarked
package training.powerbi.desktop.ui.cohort;

import org.jspecify.annotations.NullMarked;
