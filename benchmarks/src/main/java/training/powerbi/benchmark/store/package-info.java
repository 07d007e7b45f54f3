/// Measures the store on its own; see the command `benchmarks/store`.
@NullMarked
package training.powerbi.benchmark.store;

import org.jspecify.annotations.NullMarked;
