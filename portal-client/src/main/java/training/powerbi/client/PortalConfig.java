package training.powerbi.client;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// What a portal says of itself to anyone, by `GET /api/v1/config`.
///
/// @param entra null when nobody can sign in with Microsoft
/// @param publicUrl where people open the site; null when the portal does not say
/// @param staleSince of when the course is that is shown, while the portal's store is away and changes wait; else null
public record PortalConfig(
        String courseTitle,
        ZoneId timeZone,
        long maxUploadBytes,
        @Nullable Entra entra,
        @Nullable String publicUrl,
        @Nullable Instant staleSince) {

    /// How to sign in with Microsoft.
    ///
    /// @param authority base address of the sign-in service; null for Microsoft's worldwide one
    public record Entra(
            String tenantId,
            String clientId,
            String scope,
            @Nullable String authority) {}
}
