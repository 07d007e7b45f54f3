/// What the commands say of themselves to manuals and shells.
@NullMarked
package training.powerbi.cli.document;

import org.jspecify.annotations.NullMarked;
