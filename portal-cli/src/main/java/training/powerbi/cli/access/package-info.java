/// Exceptions for single students, and why somebody sees a day or does not.
@NullMarked
package training.powerbi.cli.access;

import org.jspecify.annotations.NullMarked;
