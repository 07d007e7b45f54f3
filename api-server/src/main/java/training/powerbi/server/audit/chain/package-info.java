/// Each entry of the audit log carries the hash of the one before, so that none can be taken out or changed unseen.
@NullMarked
package training.powerbi.server.audit.chain;

import org.jspecify.annotations.NullMarked;
