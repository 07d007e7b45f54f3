package training.powerbi.client;

/// Something slides load that they will not get where students open them.
///
/// @param file of the slides that asks for it
/// @param address as it stands there
/// @param reason for people, with what to do
public record LoadWarning(String file, String address, String reason) {}
