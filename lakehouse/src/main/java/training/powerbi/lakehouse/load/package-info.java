/// From the log and the files to a state in memory: at start, and for what other programs committed.
@NullMarked
package training.powerbi.lakehouse.load;

import org.jspecify.annotations.NullMarked;
