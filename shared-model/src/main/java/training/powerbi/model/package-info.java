/// Records and enums that server and desktop both speak.
@NullMarked
package training.powerbi.model;

import org.jspecify.annotations.NullMarked;
