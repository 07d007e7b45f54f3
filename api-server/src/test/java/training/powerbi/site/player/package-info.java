/// The recording player in a real browser, against a small server and stand-ins for other sites' players.
@NullMarked
package training.powerbi.site.player;

import org.jspecify.annotations.NullMarked;
