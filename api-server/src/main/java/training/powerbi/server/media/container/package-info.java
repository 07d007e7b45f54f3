/// What a video file is, read from its own bytes, without trusting a word of them.
@NullMarked
package training.powerbi.server.media.container;

import org.jspecify.annotations.NullMarked;
