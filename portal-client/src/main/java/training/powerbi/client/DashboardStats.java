package training.powerbi.client;

/// The course in numbers.
///
/// @param activeStudents with progress in the last 7 days
/// @param averageCompletion 0 to 100, over active students and unlocked days
public record DashboardStats(
        int totalDays,
        int unlockedDays,
        int lockedDays,
        int recordingsAvailable,
        int totalUsers,
        int activeStudents,
        double averageCompletion) {}
