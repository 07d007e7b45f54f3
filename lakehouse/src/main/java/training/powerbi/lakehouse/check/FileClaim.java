package training.powerbi.lakehouse.check;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import training.powerbi.lakehouse.BlobName;

/// A row's word that there is a file beside the tables.
///
/// @param whose who names it, as people call it
/// @param size its size, where the row says it
/// @param sha256 its sum, where the row says it
/// @param withFolder whether all below the second folder of its name belongs to it
public record FileClaim(String whose, BlobName file, OptionalLong size, Optional<String> sha256, boolean withFolder) {

    /// How rows of one table name files.
    ///
    /// @param columns a record of the columns that are needed
    /// @param claims of a row
    public record Source<R extends Record>(String table, Class<R> columns, Function<R, Stream<FileClaim>> claims) {}
}
