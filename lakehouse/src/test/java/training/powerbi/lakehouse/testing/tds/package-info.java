/// A stand-in for a lakehouse's SQL endpoint: as much of TDS as Microsoft's driver needs.
@NullMarked
package training.powerbi.lakehouse.testing.tds;

import org.jspecify.annotations.NullMarked;
