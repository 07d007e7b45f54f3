package training.powerbi.server.curriculum;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.model.TrainingDay;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.access.Cohorts;
import training.powerbi.server.account.Viewer;

/// The days of a cohort that someone asks for by its id. Students are refused before they learn whether it is there.
@Service
@PreAuthorize("isAuthenticated()")
class CohortCourse {
    private final Curriculum curriculum;
    private final Cohorts cohorts;

    CohortCourse(Curriculum curriculum, Cohorts cohorts) {
        this.curriculum = curriculum;
        this.cohorts = cohorts;
    }

    /// @param cohortId null for a student's own, and for `main` where a trainer asks
    /// @throws PortalException COHORT_NOT_FOUND
    List<TrainingDay> days(Viewer viewer, @Nullable String cohortId) {
        var days = curriculum.days(viewer, cohortId);
        require(cohortId);
        return days;
    }

    /// @param cohortId as above
    /// @throws PortalException COHORT_NOT_FOUND
    Optional<TrainingDay> day(Viewer viewer, int dayNumber, @Nullable String cohortId) {
        var day = curriculum.day(viewer, dayNumber, cohortId);
        require(cohortId);
        return day;
    }

    private void require(@Nullable String cohortId) {
        if (cohortId != null) {
            cohorts.require(cohortId);
        }
    }
}
