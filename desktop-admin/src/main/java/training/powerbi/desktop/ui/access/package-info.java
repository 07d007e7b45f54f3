/// Exceptions for single students, and why somebody sees what.
@NullMarked
package training.powerbi.desktop.ui.access;

import org.jspecify.annotations.NullMarked;
