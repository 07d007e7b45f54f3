/// What work on who may see what needs.
@NullMarked
package training.powerbi.desktop.ui.desk;

import org.jspecify.annotations.NullMarked;
