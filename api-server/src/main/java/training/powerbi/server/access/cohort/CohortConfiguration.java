package training.powerbi.server.access.cohort;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import training.powerbi.server.access.Cohorts;
import training.powerbi.server.account.CohortCheck;

@Configuration(proxyBeanMethods = false)
class CohortConfiguration {
    @Bean
    CohortCheck cohortCheck(@Lazy Cohorts cohorts) {
        return new CohortCheck() {
            @Override
            public void requireOpen(String cohortId) {
                cohorts.requireOpen(cohortId);
            }

            @Override
            public void require(String cohortId) {
                cohorts.require(cohortId);
            }
        };
    }
}
