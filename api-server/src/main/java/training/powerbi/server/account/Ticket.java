package training.powerbi.server.account;

/// What a ticket says: who may open what. Whether they still may is for its reader to ask.
///
/// @param viewer with the role of now
/// @param subject as it was given when the ticket was issued
public record Ticket(Viewer viewer, String subject) {}
