/// Where a film can be watched: what trainers paste, read as the video that is meant.
@NullMarked
package training.powerbi.server.recording.address;

import org.jspecify.annotations.NullMarked;
