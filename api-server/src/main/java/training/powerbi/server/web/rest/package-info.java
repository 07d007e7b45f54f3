/// Failures as problem+json, and the portal's own REST pages: health, metrics, documentation.
@NullMarked
package training.powerbi.server.web.rest;

import org.jspecify.annotations.NullMarked;
