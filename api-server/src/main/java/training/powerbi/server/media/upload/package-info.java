/// Uploads: in one request, or in pieces after the protocol tus.
@NullMarked
package training.powerbi.server.media.upload;

import org.jspecify.annotations.NullMarked;
