/// Takes changes back, as new changes of their own.
@NullMarked
package training.powerbi.server.audit.undo;

import org.jspecify.annotations.NullMarked;
