/// Stores for tests of features, and what every store promises.
@NullMarked
package training.powerbi.lakehouse.testing;

import org.jspecify.annotations.NullMarked;
