/// Reports of the lakehouse's SQL endpoint.
@NullMarked
package training.powerbi.desktop.ui.report;

import org.jspecify.annotations.NullMarked;
