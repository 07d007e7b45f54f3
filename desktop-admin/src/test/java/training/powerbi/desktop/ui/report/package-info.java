@NullMarked
package training.powerbi.desktop.ui.report;

import org.jspecify.annotations.NullMarked;
