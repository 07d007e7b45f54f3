/// Runs of the course, and who takes part in which.
@NullMarked
package training.powerbi.cli.cohort;

import org.jspecify.annotations.NullMarked;
