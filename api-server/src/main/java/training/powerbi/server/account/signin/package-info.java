/// Signing in with a password or Microsoft, and what every request is asked.
@NullMarked
package training.powerbi.server.account.signin;

import org.jspecify.annotations.NullMarked;
