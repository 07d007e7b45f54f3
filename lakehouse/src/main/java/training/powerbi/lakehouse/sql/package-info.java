/// Questions to a lakehouse's SQL endpoint, by Microsoft's driver.
@NullMarked
package training.powerbi.lakehouse.sql;

import org.jspecify.annotations.NullMarked;
