package training.powerbi.server.limit;

import java.time.Duration;

/// How much is taken for an honest day's use; more is refused for a while.
///
/// @param registrationsPerHour per network address, without a valid invite: a class sits behind one address
/// @param signInsPerHour per account and network address
/// @param playbackPerMinute reports of one person's player
/// @param openUploads unfinished uploads of one admin
/// @param socketsSigningIn sockets that have not signed in
/// @param socketsSigningInPerAddress a class sits behind one address and comes back at once
/// @param headTime in which the head of a request must arrive
/// @param bodyTime in which the body of a request, or a message over a socket, must arrive; longer for large bodies
public record Limits(
        int registrationsPerHour,
        int signInsPerHour,
        int playbackPerMinute,
        int openUploads,
        int socketsSigningIn,
        int socketsSigningInPerAddress,
        Duration headTime,
        Duration bodyTime) {}
