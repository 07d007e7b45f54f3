/// Signing in with the portal's own passwords, tokens that are renewed, and where they are kept.
@NullMarked
package training.powerbi.client.signin;

import org.jspecify.annotations.NullMarked;
