/// The way back for who forgot a password.
@NullMarked
package training.powerbi.server.account.reset;

import org.jspecify.annotations.NullMarked;
