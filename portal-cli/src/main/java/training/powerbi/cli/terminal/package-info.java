/// What comes out at the terminal, or into a pipe, and what is asked for there.
@NullMarked
package training.powerbi.cli.terminal;

import org.jspecify.annotations.NullMarked;
