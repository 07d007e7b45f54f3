/// Words for tests.
@NullMarked
package training.powerbi.desktop.ui;

import org.jspecify.annotations.NullMarked;
