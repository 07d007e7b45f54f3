/// The build held to its own promises.
@NullMarked
package training.powerbi.build;

import org.jspecify.annotations.NullMarked;
