/// What stands in for Fabric in tests: OneLake, Entra, and a bad line in between.
@NullMarked
package training.powerbi.lakehouse.testing.fabric;

import org.jspecify.annotations.NullMarked;
