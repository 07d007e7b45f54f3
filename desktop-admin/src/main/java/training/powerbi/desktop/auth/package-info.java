/// Who the trainer is: Microsoft sign-in or a password, and tokens kept safe.
@NullMarked
package training.powerbi.desktop.auth;

import org.jspecify.annotations.NullMarked;
