package training.powerbi.server.dashboard;

/// The course in numbers.
///
/// @param activeStudents students whose account is active
/// @param averageCompletion mean over active students and unlocked days, 0 to 100; 0 when there are none
record DashboardStats(
        int totalDays,
        int unlockedDays,
        int lockedDays,
        int recordingsAvailable,
        int totalUsers,
        int activeStudents,
        double averageCompletion) {}
