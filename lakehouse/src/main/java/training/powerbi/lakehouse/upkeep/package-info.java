/// What keeps a table quick to open: checkpoints, log clean-up and the removal of unused files.
@NullMarked
package training.powerbi.lakehouse.upkeep;

import org.jspecify.annotations.NullMarked;
