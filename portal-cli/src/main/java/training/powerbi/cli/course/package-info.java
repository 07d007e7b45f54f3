/// Days and how the class is doing with them.
@NullMarked
package training.powerbi.cli.course;

import org.jspecify.annotations.NullMarked;
