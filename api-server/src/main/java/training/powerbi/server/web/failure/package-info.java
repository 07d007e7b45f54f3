/// What went wrong, in the one form both transports answer from.
@NullMarked
package training.powerbi.server.web.failure;

import org.jspecify.annotations.NullMarked;
