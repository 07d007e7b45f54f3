/// A store in a folder of this machine: files that survive a power cut.
@NullMarked
package training.powerbi.lakehouse.files.local;

import org.jspecify.annotations.NullMarked;
