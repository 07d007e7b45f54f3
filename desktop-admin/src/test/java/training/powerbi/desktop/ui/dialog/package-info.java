@NullMarked
package training.powerbi.desktop.ui.dialog;

import org.jspecify.annotations.NullMarked;
