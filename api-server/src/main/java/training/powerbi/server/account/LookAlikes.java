package training.powerbi.server.account;

import java.util.List;

/// Accounts with one and the same address by the rules of now. Each goes on with its own password and the spelling it
/// was made with; which of them to disable is for a trainer to say.
///
/// @param email the address they share
/// @param userIds of the accounts, oldest first
public record LookAlikes(String email, List<String> userIds) {}
