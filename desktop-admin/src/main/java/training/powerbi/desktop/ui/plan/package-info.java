/// How days are laid over a calendar, as it is typed: for planning and for copying.
@NullMarked
package training.powerbi.desktop.ui.plan;

import org.jspecify.annotations.NullMarked;
