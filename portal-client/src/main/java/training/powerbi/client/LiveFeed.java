package training.powerbi.client;

import training.powerbi.model.UserProgress;

/// The portal's live events over one graphql-transport-ws connection, kept open and reopened by itself: with a
/// growing, jittered pause of half a second to 30 seconds, and at once after the computer slept or on `reconnect`.
public interface LiveFeed extends AutoCloseable {

    /// Connects and goes on until closed. The listener is called on one thread at a time, never the FX thread.
    void start(Listener listener);

    /// Tries again now rather than after the pause.
    void reconnect();

    @Override
    void close();

    /// Who hears of events. Events are hints, queries are the truth: after every [#subscribed()] query anew, then
    /// apply only events of a higher revision.
    interface Listener {
        void stateChanged(ConnectionState state);

        /// All subscriptions are (again) in place; events before this moment may have been missed.
        void subscribed();

        /// A day or one of its recordings changed.
        void dayChanged(CourseDay day);

        /// A student's exception for a day began or ended, or the student changed cohorts. The day itself is as it was.
        default void studentChanged(String userId, CourseDay day) {}

        void recordingAdded(DayRecording recording);

        void progressUpdated(UserProgress progress);
    }
}
