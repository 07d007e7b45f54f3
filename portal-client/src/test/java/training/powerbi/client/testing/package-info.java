/// Stand-ins and bad lines that tests of more than one module meet.
@NullMarked
package training.powerbi.client.testing;

import org.jspecify.annotations.NullMarked;
