/// The doctor: reads all there is of a store, says in plain words what is damaged, and takes damage out when told
/// to. Of use to others are [StoreDoctor] and what its methods answer.
@NullMarked
@NamedInterface("check")
package training.powerbi.lakehouse.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
