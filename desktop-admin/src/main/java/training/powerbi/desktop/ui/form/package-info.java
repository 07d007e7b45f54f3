/// Fields to type in, and what is said beside them.
@NullMarked
package training.powerbi.desktop.ui.form;

import org.jspecify.annotations.NullMarked;
