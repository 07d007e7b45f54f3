/// A table in memory: rows, indexes and the files they came from, immutable; and the next state under way.
@NullMarked
package training.powerbi.lakehouse.memory;

import org.jspecify.annotations.NullMarked;
