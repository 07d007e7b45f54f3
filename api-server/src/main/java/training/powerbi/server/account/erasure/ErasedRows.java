package training.powerbi.server.account.erasure;

/// How many rows of a table are someone's.
public record ErasedRows(String table, int rows) {}
