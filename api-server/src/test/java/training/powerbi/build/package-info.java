/// What is packaged held to what the build promises.
@NullMarked
package training.powerbi.build;

import org.jspecify.annotations.NullMarked;
