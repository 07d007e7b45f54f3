/// Stand-ins for the portal, the clock and the person, for tests of the desktop.
@NullMarked
package training.powerbi.desktop.testing;

import org.jspecify.annotations.NullMarked;
