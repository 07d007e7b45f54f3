package training.powerbi.server.audit;

/// The newest entry of the audit log. Who keeps its hash elsewhere can tell later whether any are missing behind.
///
/// @param sequence how many entries the chain has
/// @param hash in hexadecimal digits
public record AuditHead(long sequence, String hash) {}
