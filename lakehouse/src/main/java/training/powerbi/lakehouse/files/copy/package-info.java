/// A store that goes on while its place is away: copies of its files on this machine's disk, and the look-out for the
/// place.
@NullMarked
package training.powerbi.lakehouse.files.copy;

import org.jspecify.annotations.NullMarked;
