package training.powerbi.server.web.site;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/// Where the site's files are. The build bundles them for browsers where there is Node; without it the portal serves
/// the sources, which is the same site in many more files, and says so once.
@Component
class SiteFiles {
    static final String SOURCES = "static/";
    static final String BUNDLED = "site/bundled/";

    private static final Logger LOG = LoggerFactory.getLogger(SiteFiles.class);

    private final boolean bundled;

    SiteFiles(@Value("${portal.site.bundled:true}") boolean wanted) {
        this.bundled = wanted && new ClassPathResource(BUNDLED + "index.html").exists();
        if (!bundled) {
            LOG.warn("The student's site is not bundled: browsers get its sources, which takes slow lines several"
                    + " times as long. Build the portal where Node 18 or newer is installed, with npm.");
        }
    }

    /// Folders in which a file is looked for, the first one first.
    String[] folders() {
        return bundled
                ? new String[] {"classpath:/" + BUNDLED, "classpath:/" + SOURCES}
                : new String[] {"classpath:/" + SOURCES};
    }

    Resource page(String name) {
        return new ClassPathResource((bundled ? BUNDLED : SOURCES) + name);
    }
}
