/// Access tokens for this server's identity.
@NullMarked
package training.powerbi.lakehouse.files.onelake.identity;

import org.jspecify.annotations.NullMarked;
