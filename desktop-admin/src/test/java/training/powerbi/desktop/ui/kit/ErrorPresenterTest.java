package training.powerbi.desktop.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import training.powerbi.client.SignedOutException;
import training.powerbi.client.UnreachableException;
import training.powerbi.client.UnreachableException.Reason;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

class ErrorPresenterTest {
    private final ErrorPresenter errors = new ErrorPresenter(new Texts(Locale.ENGLISH));

    @ParameterizedTest
    @EnumSource
    void everyCodeHasWordsOfItsOwn(ErrorCode code) {
        assertThat(errors.explain(new PortalException(code, "The portal's sentence.")))
                .isNotBlank()
                .doesNotContain("{", code.name());
    }

    @ParameterizedTest
    @EnumSource
    void everyWayOfNotReachingThePortalSaysWhatToDo(Reason reason) {
        assertThat(errors.explain(new UnreachableException(reason, "secret detail")))
                .contains("Check")
                .doesNotContain("secret");
    }

    @Test
    void whatIsWrongWithAnInputIsSaidByThePortal() {
        assertThat(errors.explain(PortalException.badInput("title", "Give the day a title.")))
                .isEqualTo("Give the day a title.");
    }

    @Test
    void whyTheStoreIsAwayIsSaidByThePortal() {
        assertThat(errors.explain(new PortalException(ErrorCode.STORAGE_UNAVAILABLE, "The capacity is paused.")))
                .isEqualTo("The capacity is paused.");
    }

    @Test
    void theWaitIsNamedInSeconds() {
        assertThat(errors.explain(PortalException.tooManyRequests("slow down", 42)))
                .contains("42 seconds");
    }

    @Test
    void whereOnlyThePortalKnowsTheReasonItIsTold() {
        assertThat(errors.asTold(new PortalException(ErrorCode.STORAGE_UNAVAILABLE, "The capacity is paused.")))
                .isEqualTo("The capacity is paused.");
        assertThat(errors.asTold(new PortalException(ErrorCode.INTERNAL, "stack")))
                .doesNotContain("stack");
        assertThat(errors.asTold(new SignedOutException("ended"))).contains("Sign in again");
    }

    @Test
    void theRestIsExplainedToo() {
        assertThat(errors.explain(new SignedOutException("ended"))).contains("Sign in again");
        assertThat(errors.explain(new UncheckedIOException(new IOException("film.mp4"))))
                .contains("film.mp4");
        assertThat(errors.explain(new IllegalStateException("stack")))
                .contains("diagnostics")
                .doesNotContain("stack");
    }
}
