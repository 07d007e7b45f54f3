/// The portal at the command line. This package only puts the commands together; each lies with others of its subject.
@NullMarked
package training.powerbi.cli;

import org.jspecify.annotations.NullMarked;
