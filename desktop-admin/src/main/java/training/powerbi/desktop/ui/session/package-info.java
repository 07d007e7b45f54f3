/// When the clock opens a day, and where its session takes place.
@NullMarked
package training.powerbi.desktop.ui.session;

import org.jspecify.annotations.NullMarked;
