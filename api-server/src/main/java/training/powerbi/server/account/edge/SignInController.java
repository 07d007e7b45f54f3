package training.powerbi.server.account.edge;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import training.powerbi.model.TypedText;
import training.powerbi.model.User;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.account.ViewerAuthentication;
import training.powerbi.server.account.join.NewAccount;
import training.powerbi.server.account.reset.ResetRedemption;
import training.powerbi.server.account.signin.AuthReply;
import training.powerbi.server.account.signin.PasswordChange;
import training.powerbi.server.account.signin.SignIn;
import training.powerbi.server.account.user.People;

/// Sign-in over REST.
@RestController
@RequestMapping("/api/v1/auth")
class SignInController {
    record Login(@Nullable String email, @Nullable String password) {}

    record Refresh(@JsonProperty("refresh_token") @Nullable String refreshToken) {}

    record NewPassword(
            @Nullable String currentPassword, @Nullable String newPassword) {}

    record Reset(
            @Nullable String email,
            @Nullable String code,
            @Nullable String newPassword) {

        /// The code and the password stay out of logs.
        @Override
        public String toString() {
            return "Reset";
        }
    }

    private final SignIn signIn;
    private final PasswordChange passwordChange;
    private final ResetRedemption resets;
    private final People people;

    SignInController(SignIn signIn, PasswordChange passwordChange, ResetRedemption resets, People people) {
        this.signIn = signIn;
        this.passwordChange = passwordChange;
        this.resets = resets;
        this.people = people;
    }

    @PostMapping("/login")
    AuthReply login(@RequestBody Login body, HttpServletRequest request) {
        return signIn.login(given("email", body.email()), given("password", body.password()), request.getRemoteAddr());
    }

    @PostMapping("/register")
    @ResponseStatus(HttpStatus.CREATED)
    AuthReply register(@RequestBody NewAccount body, HttpServletRequest request) {
        return signIn.register(body, request.getRemoteAddr());
    }

    @PostMapping("/refresh")
    AuthReply refresh(@RequestBody Refresh body, HttpServletRequest request) {
        return signIn.refresh(given("refresh_token", body.refreshToken()), request.getRemoteAddr());
    }

    /// Works with either token: a client whose access token ran out can still sign out.
    @PostMapping("/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logout(@RequestBody(required = false) @Nullable Refresh body, @Nullable Authentication caller) {
        var session = caller instanceof ViewerAuthentication viewer ? viewer.sessionId() : null;
        var token = body == null ? null : body.refreshToken();
        if (session == null && token == null) {
            throw new PortalException(ErrorCode.UNAUTHENTICATED, "Send the refresh_token of the session to end.");
        }
        signIn.logout(token, session);
    }

    @Operation(summary = "Ends all sessions of the caller, this one too")
    @PostMapping("/logout-all")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logoutEverywhere(@AuthenticationPrincipal Viewer viewer) {
        signIn.logoutEverywhere(viewer);
    }

    @PostMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void password(@RequestBody NewPassword body, ViewerAuthentication caller, HttpServletRequest request) {
        passwordChange.change(
                caller.viewer().userId(),
                caller.sessionId(),
                given("currentPassword", body.currentPassword()),
                given("newPassword", body.newPassword()),
                request.getRemoteAddr());
    }

    @Operation(summary = "A new password for the code that a trainer got from createPasswordReset; works once, 24 h")
    @PostMapping("/reset")
    AuthReply reset(@RequestBody Reset body, HttpServletRequest request) {
        return resets.redeem(
                given("email", body.email()),
                given("code", body.code()),
                given("newPassword", body.newPassword()),
                request.getRemoteAddr());
    }

    @GetMapping("/me")
    User me(@AuthenticationPrincipal Viewer viewer) {
        return people.me(viewer);
    }

    private static String given(String field, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw PortalException.badInput(field, field + " is missing.");
        }
        if (TypedText.broken(value)) {
            throw PortalException.badInput(field, field + " holds half of a character; type it again.");
        }
        return value;
    }
}
