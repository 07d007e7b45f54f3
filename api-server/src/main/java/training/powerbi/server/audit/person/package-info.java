/// How the audit log names people: by salted digests, which say nothing once the salt is gone.
@NullMarked
package training.powerbi.server.audit.person;

import org.jspecify.annotations.NullMarked;
