package training.powerbi.server.limit;

/// How much is taken for an honest day's use; more is refused for a while.
///
/// @param registrationsPerHour per network address, without a valid invite: a class sits behind one address
/// @param signInsPerHour per account and network address
/// @param playbackPerMinute reports of one person's player
/// @param openUploads unfinished uploads of one admin
public record Limits(int registrationsPerHour, int signInsPerHour, int playbackPerMinute, int openUploads) {}
