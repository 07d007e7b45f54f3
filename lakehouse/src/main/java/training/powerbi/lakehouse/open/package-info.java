/// Opens stores and their tables from the parts in the other rooms.
@NullMarked
package training.powerbi.lakehouse.open;

import org.jspecify.annotations.NullMarked;
