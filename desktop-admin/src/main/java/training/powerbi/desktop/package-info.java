/// The trainer's program: what starts it, and where its parts are put together.
@NullMarked
package training.powerbi.desktop;

import org.jspecify.annotations.NullMarked;
