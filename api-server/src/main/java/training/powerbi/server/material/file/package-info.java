/// What files are called, and what kind they are of.
@NullMarked
package training.powerbi.server.material.file;

import org.jspecify.annotations.NullMarked;
