/// What all screens share: tasks off the FX thread, errors in words, views.
@NullMarked
package training.powerbi.desktop.ui.kit;

import org.jspecify.annotations.NullMarked;
