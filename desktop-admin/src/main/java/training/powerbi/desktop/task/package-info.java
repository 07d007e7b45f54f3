/// Work off the FX thread, as a port.
@NullMarked
package training.powerbi.desktop.task;

import org.jspecify.annotations.NullMarked;
