/// How fast the portal answers, against constant bytes from the same server.
@NullMarked
package training.powerbi.benchmark;

import org.jspecify.annotations.NullMarked;
