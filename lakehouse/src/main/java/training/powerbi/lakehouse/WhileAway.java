package training.powerbi.lakehouse;

import java.net.URI;
import java.nio.file.Path;

/// How a server goes on while its lakehouse is away, as when the capacity is paused.
///
/// @param folder of this machine, for copies of the tables' files and for what is changed meanwhile
/// @param api Fabric's REST, which tells whether a capacity is paused
public record WhileAway(Path folder, URI api) {}
