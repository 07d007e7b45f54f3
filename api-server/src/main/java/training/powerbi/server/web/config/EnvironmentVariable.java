package training.powerbi.server.web.config;

import java.util.Arrays;
import java.util.Optional;

/// Every environment variable the portal reads, and the one property each sets; of several for one property the first
/// that is set counts. The README's table is compared with this list.
public enum EnvironmentVariable {
    APP_NAME("portal.app.name"),
    APP_VERSION("portal.app.version"),
    DEBUG("portal.debug"),
    SECRET_KEY("portal.token.secret-key"),
    SECRET_KEY_FILE("portal.token.secret-key-file"),
    JWT_ALGORITHM("portal.token.algorithm"),
    ACCESS_TOKEN_EXPIRE_MINUTES("portal.token.access-minutes"),
    FABRIC_WORKSPACE_ID("portal.fabric.workspace-id"),
    FABRIC_LAKEHOUSE_ID("portal.fabric.lakehouse-id"),
    FABRIC_TENANT_ID("portal.fabric.tenant-id"),
    FABRIC_CLIENT_ID("portal.fabric.client-id"),
    FABRIC_CLIENT_SECRET("portal.fabric.client-secret"),
    FABRIC_CLIENT_SECRET_EXPIRES("portal.fabric.client-secret-expires"),
    FABRIC_SCHEMA("portal.fabric.schema"),
    FABRIC_BLOB_ENDPOINT("portal.fabric.blob-endpoint"),
    FABRIC_AUTHORITY("portal.fabric.authority"),
    FABRIC_API_ENDPOINT("portal.fabric.api-endpoint"),
    FABRIC_SQL_ENDPOINT("portal.fabric.sql-endpoint"),
    FABRIC_SQL_DATABASE("portal.fabric.sql-database"),
    PUBLIC_URL("portal.web.public-url"),
    TRUSTED_PROXIES("portal.web.trusted-proxies"),
    ALLOWED_ORIGINS("portal.web.allowed-origins"),
    DEFAULT_ADMIN_EMAIL("portal.bootstrap.admin-email"),
    DEFAULT_ADMIN_PASSWORD("portal.bootstrap.admin-password"),
    STORE("portal.store.kind"),
    PORTAL_DATA_DIR("portal.store.directory"),
    PORTAL_BACKUP_DIR("portal.backup.directory"),
    PORTAL_BACKUP_KEEP("portal.backup.keep"),
    PORTAL_AUDIT_ANCHOR("portal.audit.anchor"),
    PORTAL_PORT("server.port"),
    /// What platforms call it; the portal's own name goes first.
    PORT("server.port"),
    WEBSITES_PORT("server.port"),
    PORTAL_ADDRESS("server.address"),
    REGISTRATION_MODE("portal.registration.mode"),
    ENTRA_TENANT_ID("portal.entra.tenant-id"),
    ENTRA_CLIENT_ID("portal.entra.client-id"),
    METRICS_TOKEN("portal.metrics.token"),
    MAX_UPLOAD_BYTES("portal.media.max-upload-bytes");

    private final String property;

    EnvironmentVariable(String property) {
        this.property = property;
    }

    public String property() {
        return property;
    }

    /// What a sentence about the property calls it.
    static Optional<String> namesOf(String property) {
        return Arrays.stream(values())
                .filter(variable -> property.equals(variable.property))
                .map(Enum::name)
                .reduce((first, next) -> first + " or " + next);
    }
}
