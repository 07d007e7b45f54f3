@NullMarked
package training.powerbi.packaging;

import org.jspecify.annotations.NullMarked;
