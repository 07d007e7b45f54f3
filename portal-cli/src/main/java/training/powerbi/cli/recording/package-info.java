/// Recordings, by address and by upload.
@NullMarked
package training.powerbi.cli.recording;

import org.jspecify.annotations.NullMarked;
