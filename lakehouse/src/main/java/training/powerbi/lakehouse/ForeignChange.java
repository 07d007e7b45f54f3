package training.powerbi.lakehouse;

/// What another program did to a table that may only grow.
///
/// @param operation as the other program calls it
/// @param rows how many rows it removed or changed; 0 when it only took the table's mark away
public record ForeignChange(String table, long version, String operation, int rows) {}
