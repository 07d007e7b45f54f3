/// Changes that are kept on this machine's disk while the store is away, and brought there when it is back.
@NullMarked
package training.powerbi.lakehouse.journal;

import org.jspecify.annotations.NullMarked;
