/// What the program knows of the course: the only mutable model; of use on the FX thread only.
@NullMarked
package training.powerbi.desktop.state;

import org.jspecify.annotations.NullMarked;
