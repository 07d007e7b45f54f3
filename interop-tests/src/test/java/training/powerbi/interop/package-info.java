/// Spark as a third engine, beside Delta Kernel and Delta Standalone, on the tables of a portal that runs in a
/// process of its own.
@NullMarked
package training.powerbi.interop;

import org.jspecify.annotations.NullMarked;
