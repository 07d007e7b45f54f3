package training.powerbi.server.access;

import java.time.Instant;
import training.powerbi.server.account.Viewer;

/// For whom the course is shown, and when.
///
/// @param viewer who asks, and to whom addresses are issued
/// @param userId whose rights count: the viewer's, or those of a student whom a trainer looks after
/// @param cohortId the run of the course that is shown: a student's own, for trainers the one they ask for
/// @param at the instant at which the clock is read
public record Perspective(
        Viewer viewer, String userId, boolean isTrainer, boolean isActive, String cohortId, Instant at) {}
