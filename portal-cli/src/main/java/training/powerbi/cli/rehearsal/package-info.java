/// A rehearsal of the program by itself, by which Java learns what a fast start needs.
@NullMarked
package training.powerbi.cli.rehearsal;

import org.jspecify.annotations.NullMarked;
