/// The storage port over Delta Kernel: commit queue, copy-on-write, log watcher, housekeeping.
@NullMarked
package training.powerbi.server.lakehouse.kernel;

import org.jspecify.annotations.NullMarked;
