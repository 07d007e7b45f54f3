/// Builds the trainer's program as something a person can install. Runs on the JDK that becomes part of it.
@NullMarked
package training.powerbi.packaging;

import org.jspecify.annotations.NullMarked;
