/// Addresses of the portal's site, for links to hand on.
@NullMarked
package training.powerbi.client.site;

import org.jspecify.annotations.NullMarked;
