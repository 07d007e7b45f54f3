/// Films and files on their way to the portal: what waits, what is sent, and what became of it.
@NullMarked
package training.powerbi.desktop.ui.upload;

import org.jspecify.annotations.NullMarked;
