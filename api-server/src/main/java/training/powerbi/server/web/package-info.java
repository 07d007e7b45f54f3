/// Edge plumbing: errors, limits, headers, sockets, health and documentation. Knows no feature but
/// accounts, whose look-alikes health lists, and the store's upkeep, whose last look at the store it tells.
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "audit", "lakehouse", "limit", "upkeep"})
package training.powerbi.server.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
