/// The runs of the course, and who takes part in which.
@NullMarked
package training.powerbi.server.access.cohort;

import org.jspecify.annotations.NullMarked;
