/// Copies a whole store from one place to another while no server is at work in either. Of use to others is
/// [StoreCopy].
@NullMarked
@NamedInterface("copy")
package training.powerbi.lakehouse.copy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
