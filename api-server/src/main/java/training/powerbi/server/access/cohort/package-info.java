/// The runs of the course, and who takes part in which.
@NullMarked
@NamedInterface("cohort")
package training.powerbi.server.access.cohort;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
