package training.powerbi.server.progress;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Lakehouse;
import training.powerbi.server.access.DayAccess;
import training.powerbi.server.account.PersonalData;
import training.powerbi.server.account.PersonalRows;
import training.powerbi.server.progress.UserProgressRow.ProgressKey;
import training.powerbi.server.recording.RecordingCatalog;

@Configuration(proxyBeanMethods = false)
class ProgressConfiguration {

    /// What someone has seen, where they stopped, and which of their views were counted. The counts themselves name
    /// nobody and stay.
    @Bean
    PersonalData progressOfPerson(DeltaTable<ProgressKey, UserProgressRow> progress) {
        return new PersonalRows<>(
                UserProgressRow.DEFINITION.name(),
                progress,
                (rows, userId) -> rows.select(UserProgressRow.BY_USER, userId).stream()
                        .map(row -> new ProgressKey(row.userId(), row.dayNumber()))
                        .toList());
    }

    @Bean
    DeltaTable<ProgressKey, UserProgressRow> userProgress(
            Lakehouse lakehouse, PlaybackFormat format, RecordingCatalog catalog, DayAccess access) {
        var merge = new ProgressMerge(format, row -> catalog.lengths(row.dayNumber(), access.cohortOf(row.userId())));
        return lakehouse.table(UserProgressRow.DEFINITION.journaled(merge));
    }
}
