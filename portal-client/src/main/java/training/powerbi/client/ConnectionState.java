package training.powerbi.client;

import java.time.Duration;

/// Whether live events arrive.
public sealed interface ConnectionState {
    /// Not asked to connect.
    record Idle() implements ConnectionState {}

    /// The socket is being opened.
    record Connecting() implements ConnectionState {}

    /// Events arrive.
    record Live() implements ConnectionState {}

    /// Lost; the next attempt comes after `retryIn`.
    record Waiting(Duration retryIn) implements ConnectionState {}

    /// Refused for good until somebody signs in again.
    record Refused() implements ConnectionState {}
}
