/// A copy of the local store in OneLake that is brought up to date whenever the lakehouse answers: data files, then log
/// entries in order, and the files beside the tables. Nothing here stands between a caller and the local store.
@NullMarked
package training.powerbi.lakehouse.mirror;

import org.jspecify.annotations.NullMarked;
