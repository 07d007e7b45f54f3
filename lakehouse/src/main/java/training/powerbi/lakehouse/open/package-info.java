/// Opens stores and their tables from the parts in the other rooms. Of use to others is [Lakehouses].
@NullMarked
@NamedInterface("open")
package training.powerbi.lakehouse.open;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
