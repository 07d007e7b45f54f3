package training.powerbi.server.web.rest;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.Lakehouse;
import training.powerbi.server.account.Accounts;
import training.powerbi.server.audit.AuditProof;
import training.powerbi.server.upkeep.SecretExpiry;
import training.powerbi.server.upkeep.StoreCheckup;
import training.powerbi.server.web.config.AppInfo;

/// What an operator asks a running portal, and who may ask it.
@Service
class Operations {
    private final Lakehouse lakehouse;
    private final AppInfo app;
    private final PrometheusMeterRegistry registry;
    private final ObjectProvider<Accounts> accounts;
    private final ObjectProvider<StoreCheckup> checkup;
    private final ObjectProvider<AuditProof> audit;
    private final ObjectProvider<SecretExpiry> secrets;

    Operations(
            Lakehouse lakehouse,
            AppInfo app,
            PrometheusMeterRegistry registry,
            ObjectProvider<Accounts> accounts,
            ObjectProvider<StoreCheckup> checkup,
            ObjectProvider<AuditProof> audit,
            ObjectProvider<SecretExpiry> secrets) {
        this.lakehouse = lakehouse;
        this.app = app;
        this.registry = registry;
        this.accounts = accounts;
        this.checkup = checkup;
        this.audit = audit;
        this.secrets = secrets;
    }

    @PreAuthorize("permitAll()")
    boolean works() {
        return lakehouse.status().writable();
    }

    @PreAuthorize("permitAll()")
    Health health() {
        return new Health(lakehouse.status().word(), null, null, null, null, null, null, null);
    }

    @PreAuthorize("hasRole('ADMIN')")
    Health detailedHealth() {
        var known = accounts.getIfAvailable();
        return new Health(
                lakehouse.status().word(),
                app.version(),
                lakehouse.instance().orElse(null),
                Health.Store.of(lakehouse),
                known == null ? null : new Health.People(known.lookAlikes()),
                checkup.stream().findFirst().flatMap(StoreCheckup::last).orElse(null),
                audit.stream().findFirst().flatMap(AuditProof::newest).orElse(null),
                secrets.stream().findFirst().map(SecretExpiry::warnings).orElse(null));
    }

    @PreAuthorize("hasAnyRole('ADMIN', 'SCRAPER')")
    String metrics() {
        return registry.scrape();
    }
}
