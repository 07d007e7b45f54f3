/// The Delta log of one table: commit files, checkpoints and the notes that travel in commits.
@NullMarked
package training.powerbi.lakehouse.log;

import org.jspecify.annotations.NullMarked;
