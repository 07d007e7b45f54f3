package training.powerbi.server.progress;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Lakehouse;
import training.powerbi.server.access.DayAccess;
import training.powerbi.server.account.PersonalData;
import training.powerbi.server.progress.UserProgressRow.ProgressKey;
import training.powerbi.server.recording.RecordingCatalog;

@Configuration(proxyBeanMethods = false)
class ProgressConfiguration {

    @Bean
    PersonalData progressOfPerson(DeltaTable<ProgressKey, UserProgressRow> progress) {
        return new LearnersProgress(progress);
    }

    @Bean
    DeltaTable<ProgressKey, UserProgressRow> userProgress(
            Lakehouse lakehouse, PlaybackFormat format, RecordingCatalog catalog, DayAccess access) {
        var merge = new ProgressMerge(
                format, row -> catalog.lengths(row.dayNumber(), access.cohortOf(row.userId())));
        return lakehouse.table(UserProgressRow.DEFINITION.journaled(merge));
    }
}
