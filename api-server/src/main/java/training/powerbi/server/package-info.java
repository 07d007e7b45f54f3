/// The portal's server; each sub-package is a module with declared dependencies.
@NullMarked
package training.powerbi.server;

import org.jspecify.annotations.NullMarked;
