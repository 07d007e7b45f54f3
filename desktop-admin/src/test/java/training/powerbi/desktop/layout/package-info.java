/// Whether windows hold what people write, measured.
@NullMarked
package training.powerbi.desktop.layout;

import org.jspecify.annotations.NullMarked;
