/// Who the trainer is: the portal's own sign-in beside Microsoft's, and the system's keyring.
@NullMarked
package training.powerbi.desktop.auth;

import org.jspecify.annotations.NullMarked;
