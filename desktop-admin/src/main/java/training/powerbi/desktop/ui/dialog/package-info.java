/// Questions to the person, and files they choose.
@NullMarked
package training.powerbi.desktop.ui.dialog;

import org.jspecify.annotations.NullMarked;
