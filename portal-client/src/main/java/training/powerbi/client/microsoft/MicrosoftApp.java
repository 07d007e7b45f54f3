package training.powerbi.client.microsoft;

import com.microsoft.aad.msal4j.DeviceCodeFlowParameters;
import com.microsoft.aad.msal4j.IAccount;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.InteractiveRequestParameters;
import com.microsoft.aad.msal4j.PublicClientApplication;
import com.microsoft.aad.msal4j.SilentParameters;
import com.microsoft.aad.msal4j.SystemBrowserOptions;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Microsoft's sign-in for one portal. Failures come out in the program's words, see [MicrosoftFailures].
public final class MicrosoftApp {
    private static final URI LOOPBACK = URI.create("http://localhost");
    private static final String THROUGH = """
            <!doctype html><html lang="en"><meta charset="utf-8"><title>Signed in</title>\
            <body style="font: 16px system-ui; margin: 4em auto; max-width: 30em">\
            <h1>You are signed in</h1><p>Go back to the program; this page can be closed.</p></body></html>""";

    private final PublicClientApplication app;
    private final String authority;
    private final Set<String> scopes;

    MicrosoftApp(PublicClientApplication app, String authority, Set<String> scopes) {
        this.app = app;
        this.authority = authority;
        this.scopes = scopes;
    }

    /// Signs in by the browser of this computer.
    ///
    /// @param browser shows a page and returns at once
    /// @throws java.util.concurrent.CancellationException when nobody did within the time
    public IAuthenticationResult withBrowser(Consumer<URI> browser, int patienceSeconds) throws InterruptedException {
        var asked = new CountDownLatch(1);
        var options = SystemBrowserOptions.builder()
                .openBrowserAction(page -> {
                    pass(asked);
                    browser.accept(URI.create(page.toString()));
                })
                .htmlMessageSuccess(THROUGH)
                .build();
        var coming = app.acquireToken(InteractiveRequestParameters.builder(LOOPBACK)
                .scopes(scopes)
                .httpPollingTimeoutInSeconds(patienceSeconds)
                .systemBrowserOptions(options)
                .build());
        asked.countDown();
        return await(coming);
    }

    /// Signs in on another device.
    ///
    /// @param show gets the code and where it is typed
    /// @throws java.util.concurrent.CancellationException when the code has expired or was declined
    public IAuthenticationResult withDeviceCode(Consumer<DeviceCode> show) throws InterruptedException {
        var asked = new CountDownLatch(1);
        var coming = app.acquireToken(DeviceCodeFlowParameters.builder(scopes, code -> {
                    pass(asked);
                    show.accept(new DeviceCode(code.userCode(), URI.create(code.verificationUri()), code.message()));
                })
                .build());
        asked.countDown();
        return await(coming);
    }

    /// The library looks at the answer of the call that begins a sign-in while it waits, and stumbles when it gets
    /// there before that call has returned.
    private static void pass(CountDownLatch asked) {
        try {
            asked.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whoever signed in last time.
    public Optional<IAccount> account() throws InterruptedException {
        return await(app.getAccounts()).stream().findFirst();
    }

    /// A token of the same account without anybody being asked.
    ///
    /// @param forced whether the one at hand is no good
    /// @throws training.powerbi.client.SignedOutException when only a new sign-in can help
    public IAuthenticationResult silently(IAccount account, boolean forced) throws InterruptedException {
        try {
            return await(app.acquireTokenSilently(SilentParameters.builder(scopes, account)
                    // An account forgets the port of its authority.
                    .authorityUrl(authority)
                    .forceRefresh(forced)
                    .build()));
        } catch (MalformedURLException e) {
            throw new IllegalStateException("The authority was a URL when the program signed in", e);
        }
    }

    public void forget(IAccount account) throws InterruptedException {
        await(app.removeAccount(account));
    }

    private static <T> T await(CompletableFuture<T> coming) throws InterruptedException {
        try {
            return coming.get();
        } catch (ExecutionException failed) {
            throw MicrosoftFailures.of(failed);
        } finally {
            // Given up: the library stops to listen, or to ask for the device's code.
            coming.cancel(true);
        }
    }

    /// Why somebody whom Microsoft knows does not get in.
    public static PortalException stranger(PortalException refused) {
        return new PortalException(
                ErrorCode.ACCESS_DENIED,
                "The portal does not accept this Microsoft account. Sign in with one of the portal's organisation; if"
                        + " it is, ask a trainer whether the account was disabled.",
                refused);
    }
}
