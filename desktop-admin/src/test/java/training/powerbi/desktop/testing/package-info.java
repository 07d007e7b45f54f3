/// What tests of the desktop share.
@NullMarked
package training.powerbi.desktop.testing;

import org.jspecify.annotations.NullMarked;
