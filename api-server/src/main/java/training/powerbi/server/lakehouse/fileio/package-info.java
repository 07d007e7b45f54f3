/// Files that survive a power cut, beneath Delta Kernel's `FileIO`.
@NullMarked
package training.powerbi.server.lakehouse.fileio;

import org.jspecify.annotations.NullMarked;
