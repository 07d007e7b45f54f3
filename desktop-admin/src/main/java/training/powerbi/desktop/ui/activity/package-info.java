/// Dashboard, people and audit.
@NullMarked
package training.powerbi.desktop.ui.activity;

import org.jspecify.annotations.NullMarked;
