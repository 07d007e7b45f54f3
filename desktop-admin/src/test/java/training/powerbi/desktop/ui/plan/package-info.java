@NullMarked
package training.powerbi.desktop.ui.plan;

import org.jspecify.annotations.NullMarked;
