/// What every request passes: id, timing, headers, origins, body limits.
@NullMarked
package training.powerbi.server.web.http;

import org.jspecify.annotations.NullMarked;
