/// Which passwords are accepted, and how they are kept.
@NullMarked
package training.powerbi.server.account.password;

import org.jspecify.annotations.NullMarked;
