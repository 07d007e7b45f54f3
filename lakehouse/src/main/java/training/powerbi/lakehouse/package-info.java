/// The only door to storage: tables as immutable in-memory snapshots over Delta Lake files, one writer per table, and
/// files beside them. What stands here is all that others may use; [training.powerbi.lakehouse.open.Lakehouses] opens
/// a store. The packages below are the rooms behind the door.
@NullMarked
package training.powerbi.lakehouse;

import org.jspecify.annotations.NullMarked;
