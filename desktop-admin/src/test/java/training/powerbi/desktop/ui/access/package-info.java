@NullMarked
package training.powerbi.desktop.ui.access;

import org.jspecify.annotations.NullMarked;
