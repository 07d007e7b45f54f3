/// A column of a data file: its Java and Delta types, and its pages in Parquet.
@NullMarked
package training.powerbi.lakehouse.rowfile.column;

import org.jspecify.annotations.NullMarked;
