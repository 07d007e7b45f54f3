/// What the portal promises, shown from outside on a running server.
@NullMarked
package training.powerbi.server.acceptance;

import org.jspecify.annotations.NullMarked;
