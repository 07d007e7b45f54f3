/// Recordings and slides as students see them.
@NullMarked
package training.powerbi.desktop.ui.preview;

import org.jspecify.annotations.NullMarked;
