/// The portal over the wire: ports, and their adapters on java.net.http.
@NullMarked
package training.powerbi.desktop.api;

import org.jspecify.annotations.NullMarked;
