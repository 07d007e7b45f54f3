/// The student site in a real browser.
@NullMarked
package training.powerbi.site;

import org.jspecify.annotations.NullMarked;
