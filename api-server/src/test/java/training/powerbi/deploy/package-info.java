/// What operators install and deploy with, held to the server and to what the platforms take.
@NullMarked
package training.powerbi.deploy;

import org.jspecify.annotations.NullMarked;
