/// Backups of a store: a cut through all its tables at one instant with the files they name, and the way back. Of use
/// to others are [Backups] and what its methods answer.
@NullMarked
@NamedInterface("backup")
package training.powerbi.lakehouse.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
