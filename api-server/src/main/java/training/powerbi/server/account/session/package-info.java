/// Sign-ins that last: sessions and their rotating refresh tokens.
@NullMarked
package training.powerbi.server.account.session;

import org.jspecify.annotations.NullMarked;
