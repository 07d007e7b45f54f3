package training.powerbi.client.microsoft;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.aad.msal4j.MsalClientException;
import com.microsoft.aad.msal4j.MsalServiceException;
import java.net.ConnectException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import training.powerbi.client.UnreachableException;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

class MicrosoftFailuresTest {

    @Test
    void anAccountOfAnotherTenantIsNamedSoWithoutMicrosoftsOwnWords() {
        var failed = MicrosoftFailures.of(new ExecutionException(new MsalServiceException(
                "AADSTS50020: User account 'eve@example.com' does not exist in tenant", "invalid_grant")));

        assertThat(failed).isInstanceOfSatisfying(PortalException.class, refused -> {
            assertThat(refused.code()).isEqualTo(ErrorCode.ACCESS_DENIED);
            assertThat(refused.sentence())
                    .contains("organisation", "AADSTS50020")
                    .doesNotContain("eve@");
        });
    }

    @Test
    void aDeclinedCodeWasGivenUp() {
        assertThat(MicrosoftFailures.of(new MsalServiceException("declined", "authorization_declined")))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void noNetworkIsNoRefusal() {
        assertThat(MicrosoftFailures.of(new MsalClientException(new ConnectException("refused"))))
                .isInstanceOf(UnreachableException.class);
    }
}
