package training.powerbi.server.curriculum;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Lakehouse;
import training.powerbi.server.account.Viewer;

/// Not a scanned configuration: a mutant of the server in which the rule of visibility is gone: tests of the rule must
/// fail on it.
public class NoLocks {

    @Bean
    @Primary
    DayVisibility everythingIsOpen(DeltaTable<Integer, TrainingContentRow> content, Lakehouse lakehouse) {
        return new DayVisibility(content, lakehouse) {
            @Override
            boolean mayOpen(Viewer viewer, TrainingContentRow row) {
                return true;
            }
        };
    }
}
