@NullMarked
package training.powerbi.desktop.ui.signin;

import org.jspecify.annotations.NullMarked;
