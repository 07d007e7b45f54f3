/// Who has an account, and how they are found: rows of `users`, addresses, names.
@NullMarked
package training.powerbi.server.account.user;

import org.jspecify.annotations.NullMarked;
