/// The server's own upkeep, on its machine.
@NullMarked
package training.powerbi.cli.server;

import org.jspecify.annotations.NullMarked;
