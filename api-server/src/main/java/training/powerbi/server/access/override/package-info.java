/// Exceptions for one student and one day, and why someone may or may not see a day.
@NullMarked
@NamedInterface("override")
package training.powerbi.server.access.override;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
