/// Play: byte ranges behind the lock, by token or by ticket.
@NullMarked
package training.powerbi.server.media.playback;

import org.jspecify.annotations.NullMarked;
