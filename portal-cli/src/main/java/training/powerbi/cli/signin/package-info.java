/// Signing in and out, and the session that all commands of one person share.
@NullMarked
package training.powerbi.cli.signin;

import org.jspecify.annotations.NullMarked;
