@NullMarked
package training.powerbi.desktop;

import org.jspecify.annotations.NullMarked;
