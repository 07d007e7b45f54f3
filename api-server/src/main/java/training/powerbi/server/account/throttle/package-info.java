/// Slows down whoever guesses.
@NullMarked
package training.powerbi.server.account.throttle;

import org.jspecify.annotations.NullMarked;
