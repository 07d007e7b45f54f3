/// The rules every module's classes are held to, each with a fixture that it is seen to reject.
@NullMarked
package training.powerbi.architecture;

import org.jspecify.annotations.NullMarked;
