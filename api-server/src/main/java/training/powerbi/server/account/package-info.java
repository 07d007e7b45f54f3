/// Who someone is: accounts, passwords, tokens, roles, sessions, invites.
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "digest", "lakehouse", "limit", "live", "start", "store"})
package training.powerbi.server.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
