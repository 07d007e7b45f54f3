/// The port to where a store is: its files, its lease, its blobs. Above it nobody knows what kind of place that is.
@NullMarked
package training.powerbi.lakehouse.files;

import org.jspecify.annotations.NullMarked;
