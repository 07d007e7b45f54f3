/// The one table of failures, shared by server and desktop.
@NullMarked
package training.powerbi.model.error;

import org.jspecify.annotations.NullMarked;
