/// Edge plumbing: errors, limits, headers, sockets, health and documentation. Knows no feature.
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "lakehouse"})
package training.powerbi.server.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
