@NullMarked
package training.powerbi.desktop.settings;

import org.jspecify.annotations.NullMarked;
