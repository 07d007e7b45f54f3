package training.powerbi.cli.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import training.powerbi.client.SignedOutException;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

class FailureTest {

    @ParameterizedTest
    @EnumSource
    void whatThePortalRefusesKeepsItsCodeAndIsNoSuccess(ErrorCode code) {
        var failure = Failure.of(new PortalException(code, "Do this."));

        assertThat(failure.code()).isEqualTo(code.name());
        assertThat(failure.exit().number()).isBetween(1, 6).isNotEqualTo(2);
        assertThat(failure.sentence()).isNotBlank();
    }

    @Test
    void aPortalThatWantsAPauseSaysHowLong() {
        assertThat(Failure.of(PortalException.tooManyRequests("Too many.", 17)).sentence())
                .contains("17 s");
    }

    @Test
    void anEndedSignInSaysHowToGoOn() {
        assertThat(Failure.of(new SignedOutException("over")).sentence()).contains("portal login");
        assertThat(Failure.of(new PortalException(ErrorCode.PASSWORD_CHANGE_REQUIRED, "x"))
                        .sentence())
                .contains("portal password");
    }

    @Test
    void aDefectShowsNothingOfItsInside() {
        var failure = Failure.of(new IllegalStateException("token=secret"));
        assertThat(failure.sentence()).doesNotContain("secret").contains("IllegalStateException");
        assertThat(failure.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(Failure.of(new CancellationException("Nobody signed in.")).exit())
                .isEqualTo(ExitCode.FAILED);
    }
}
