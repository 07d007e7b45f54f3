package training.powerbi.lakehouse.files.onelake;

import training.powerbi.lakehouse.OneLakePlace.Identity;
import training.powerbi.lakehouse.files.onelake.identity.NoTokenException;

/// What to do when the directory gives no token.
final class TokenAdvice {
    private TokenAdvice() {}

    static String sentence(NoTokenException failure, Identity identity) {
        return switch (failure.code()) {
            case "AADSTS7000215" ->
                "FABRIC_CLIENT_SECRET is wrong: Entra does not know it. Set the secret's value, which is shown once when"
                        + " it is made, not its id.";
            case "AADSTS7000222" ->
                "FABRIC_CLIENT_SECRET has expired. Make a new secret for the app registration and set it.";
            case "AADSTS700016" ->
                "FABRIC_CLIENT_ID is wrong: the tenant of FABRIC_TENANT_ID has no such app registration.";
            case "AADSTS90002", "AADSTS900023" ->
                "FABRIC_TENANT_ID is wrong: there is no such tenant. Set the directory (tenant) id from Entra.";
            default -> other(failure, identity);
        };
    }

    private static String other(NoTokenException failure, Identity identity) {
        var advice = switch (identity) {
            case Identity.ClientSecret _ ->
                "Check FABRIC_TENANT_ID, FABRIC_CLIENT_ID and FABRIC_CLIENT_SECRET, and whether this machine"
                        + " reaches the sign-in service.";
            case Identity.AppService _ -> "Switch the App Service's managed identity on.";
            case Identity.VirtualMachine _ -> "Set FABRIC_CLIENT_SECRET, or give the machine a managed identity.";
        };
        return failure.getMessage() + ". " + advice;
    }
}
