/// How the window keeps up; `benchmarks/window` starts it.
@NullMarked
package training.powerbi.desktop.benchmark;

import org.jspecify.annotations.NullMarked;
