@NullMarked
package training.powerbi.desktop.ui.shell;

import org.jspecify.annotations.NullMarked;
