@NullMarked
package training.powerbi.desktop.state;

import org.jspecify.annotations.NullMarked;
