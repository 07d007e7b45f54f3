package training.powerbi.client.access;

import java.util.List;
import training.powerbi.client.Course.Cohort;
import training.powerbi.client.PersonAccount;
import training.powerbi.client.PlannedDay;

/// The runs of the course, and who is in which. Calls block and fail as [training.powerbi.client.PortalClient]'s do.
public interface CohortClient {

    /// All of them, archived ones too, main first.
    List<Cohort> cohorts();

    Cohort createCohort(CohortWords words);

    Cohort updateCohort(String cohortId, CohortWords words);

    /// Its students go on to see what was open to them; nothing of it is changed any more.
    Cohort archiveCohort(String cohortId);

    /// The dates that a copy would have; makes nothing.
    List<PlannedDay> planCopy(CohortCopy copy);

    /// Makes the copy, all days locked.
    Cohort copyCohort(CohortCopy copy);

    /// Their progress goes with them; all or none.
    ///
    /// @return those students as they are now
    List<PersonAccount> moveStudents(List<String> userIds, String cohortId);
}
