package training.powerbi.client;

/// The course in numbers.
///
/// @param activeStudents students whose account is active
/// @param averageCompletion 0 to 100, over active students and unlocked days
public record DashboardStats(
        int totalDays,
        int unlockedDays,
        int lockedDays,
        int recordingsAvailable,
        int totalUsers,
        int activeStudents,
        double averageCompletion) {}
