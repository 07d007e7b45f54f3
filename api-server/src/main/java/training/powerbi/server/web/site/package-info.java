/// The student site: static files, and what its pages may load.
@NullMarked
package training.powerbi.server.web.site;

import org.jspecify.annotations.NullMarked;
