@NullMarked
package training.powerbi.desktop.ui.session;

import org.jspecify.annotations.NullMarked;
