/// The portal as programs see it: ports, the records they speak in, and how they fail. What carries them over the wire
/// lies in the packages below; programs get it from `connection` and `signin`.
@NullMarked
package training.powerbi.client;

import org.jspecify.annotations.NullMarked;
