/// How people come in: invites and registration.
@NullMarked
package training.powerbi.server.account.join;

import org.jspecify.annotations.NullMarked;
