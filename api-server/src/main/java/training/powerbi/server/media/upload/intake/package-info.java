/// Bytes on their way from a request to the disk.
@NullMarked
package training.powerbi.server.media.upload.intake;

import org.jspecify.annotations.NullMarked;
