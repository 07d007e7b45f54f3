/// Invitations, the audit log, and the class's progress as a file.
@NullMarked
package training.powerbi.cli.people;

import org.jspecify.annotations.NullMarked;
