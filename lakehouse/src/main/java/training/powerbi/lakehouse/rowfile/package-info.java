/// Rows to data files and back.
@NullMarked
package training.powerbi.lakehouse.rowfile;

import org.jspecify.annotations.NullMarked;
