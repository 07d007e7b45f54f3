package training.powerbi.server.calendar;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Lakehouse;

@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {
    @Bean
    DeltaTable<String, FeedRow> calendarFeedTable(Lakehouse lakehouse) {
        return lakehouse.table(FeedRow.DEFINITION);
    }
}
