/// Edge plumbing: errors, limits, headers, sockets, health and documentation. Knows no feature but
/// accounts, whose look-alikes health lists.
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "lakehouse", "limit"})
package training.powerbi.server.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
