package training.powerbi.server.calendar;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Lakehouse;
import training.powerbi.server.account.PersonalData;
import training.powerbi.server.account.PersonalRows;

@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {
    @Bean
    DeltaTable<String, FeedRow> calendarFeedTable(Lakehouse lakehouse) {
        return lakehouse.table(FeedRow.DEFINITION);
    }

    @Bean
    PersonalData calendarsOfPerson(DeltaTable<String, FeedRow> feeds) {
        return new PersonalRows<>(
                FeedRow.DEFINITION.name(),
                feeds,
                (rows, userId) -> rows.select(FeedRow.BY_USER, userId).stream()
                        .map(FeedRow::feedId)
                        .toList());
    }
}
