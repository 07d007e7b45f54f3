package training.powerbi.server.account;

/// People in trouble with their password.
public final class ForgottenPassword {
    public static final String PASSWORD = PortalUnderTest.PASSWORD;

    private ForgottenPassword() {}

    /// A code for a student who registers for it.
    public static String code(PortalUnderTest portal, String email) {
        return portal.graphQl(
                        portal.adminToken(),
                        "mutation { createPasswordReset(userId: \"%s\") { code } }"
                                .formatted(registered(portal, email)))
                .data("createPasswordReset")
                .path("code")
                .asString();
    }

    /// A student who may not come in any more.
    public static void disabled(PortalUnderTest portal, String email) {
        portal.graphQl(
                portal.adminToken(),
                "mutation { setUserActive(userId: \"%s\", active: false) { isActive } }"
                        .formatted(registered(portal, email)));
    }

    private static String registered(PortalUnderTest portal, String email) {
        return portal.register(email).body().path("user").path("userId").asString();
    }
}
