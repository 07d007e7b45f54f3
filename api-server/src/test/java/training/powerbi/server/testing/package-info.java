/// Clients that tests of any module use against a running server.
@NullMarked
package training.powerbi.server.testing;

import org.jspecify.annotations.NullMarked;
