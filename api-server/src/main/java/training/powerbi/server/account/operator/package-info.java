/// The first administrator, and the way back at the server's machine.
@NullMarked
package training.powerbi.server.account.operator;

import org.jspecify.annotations.NullMarked;
