/// What the program remembers between two starts, apart from tokens.
@NullMarked
package training.powerbi.desktop.settings;

import org.jspecify.annotations.NullMarked;
