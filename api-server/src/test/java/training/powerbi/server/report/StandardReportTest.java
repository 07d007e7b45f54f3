package training.powerbi.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StandardReportTest {

    @ParameterizedTest
    @EnumSource
    void aQuestionReadsAndTellsNoSecrets(StandardReport report) {
        assertThat(report.select())
                .startsWith("SELECT ")
                .contains("{schema}.")
                .doesNotContain(";", "*, ", "password", "hash", "email", "display_name", "metadata");
        assertThat(report.shown().name()).matches("[a-z-]+");
        assertThat(StandardReport.named(report.shown().name())).contains(report);
    }
}
