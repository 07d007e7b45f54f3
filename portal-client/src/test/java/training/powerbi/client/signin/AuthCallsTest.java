package training.powerbi.client.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import training.powerbi.client.UnreachableException;
import training.powerbi.client.http.PortalHttp;
import training.powerbi.client.testing.StubPortal;
import training.powerbi.model.error.PortalException;

class AuthCallsTest {
    private static final String GRANT = """
            {"access_token": "a2", "token_type": "Bearer", "expires_in": 60, "refresh_token": "r2", "user": {
              "userId": "u1", "email": "ana@example.org", "displayName": "Ana", "role": "ADMIN",
              "createdAt": "2026-01-01T00:00:00Z", "lastLogin": null, "isActive": true}}""";

    private final StubPortal portal = new StubPortal();
    private final PortalHttp http = PortalHttp.to(portal.address());
    private final AuthCalls calls = new AuthCalls(http);

    @AfterEach
    void close() {
        http.close();
        portal.close();
    }

    @Test
    void anAnswerThatIsLostIsAskedForAgainWithTheSameToken() {
        portal.lost().lost().json(GRANT);

        assertThat(calls.refresh("r1").refreshToken()).isEqualTo("r2");
        assertThat(portal.asked()).containsOnly("POST /api/v1/auth/refresh").hasSize(3);
    }

    @Test
    void eachRequestHasANameThatThePortalTakes() {
        portal.json(GRANT).json(GRANT);

        calls.refresh("r1");
        calls.refresh("r2");
        assertThat(portal.names()).doesNotHaveDuplicates().allMatch(name -> name.matches("[A-Za-z0-9._-]{8,64}"));
    }

    @Test
    void aPortalThatIsAwayIsNotAskedForEver() {
        portal.lost().lost().lost().json(GRANT);

        assertThatThrownBy(() -> calls.refresh("r1")).isInstanceOf(UnreachableException.class);
        assertThat(portal.asked()).hasSize(3);
    }

    @Test
    void aRefusalIsNotAskedForAgain() {
        portal.problem(401, "UNAUTHENTICATED");

        assertThatThrownBy(() -> calls.refresh("r1")).isInstanceOf(PortalException.class);
        assertThat(portal.asked()).hasSize(1);
    }
}
