/// Long-lived connections: sign-in on the socket, and the end of everything whose token ended.
@NullMarked
package training.powerbi.server.web.socket;

import org.jspecify.annotations.NullMarked;
