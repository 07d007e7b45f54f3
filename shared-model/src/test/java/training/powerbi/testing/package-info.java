/// Time in tests: neither how fast a machine is nor what else it does decides whether one passes.
@NullMarked
package training.powerbi.testing;

import org.jspecify.annotations.NullMarked;
