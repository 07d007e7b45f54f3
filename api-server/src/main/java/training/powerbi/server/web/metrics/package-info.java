/// What the portal counts and times, and who may read it by a token of their own.
@NullMarked
package training.powerbi.server.web.metrics;

import org.jspecify.annotations.NullMarked;
