@NullMarked
package training.powerbi.desktop.ui.kit;

import org.jspecify.annotations.NullMarked;
