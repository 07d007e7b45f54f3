package training.powerbi.lakehouse.files.onelake.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlobAnswerTest {
    @ParameterizedTest
    @CsvSource({
        "401, InvalidAuthenticationInfo, true",
        "401, '', true",
        "403, AuthenticationFailed, true",
        "403, AuthorizationPermissionMismatch, false",
        "404, BlobNotFound, false"
    })
    void anotherTokenIsAskedForOnlyWhereTheTokenIsAtFault(int status, String error, boolean expected) {
        var headers = HttpHeaders.of(Map.of("x-ms-error-code", List.of(error)), (name, value) -> true);

        assertThat(new BlobAnswer(status, headers, new byte[0], false).isUnauthenticated())
                .isEqualTo(expected);
    }
}
