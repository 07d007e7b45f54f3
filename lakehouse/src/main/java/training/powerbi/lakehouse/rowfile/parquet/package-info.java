/// Parquet files of other programs, and checkpoints, by Kernel's reader on a plain configuration.
@NullMarked
package training.powerbi.lakehouse.rowfile.parquet;

import org.jspecify.annotations.NullMarked;
