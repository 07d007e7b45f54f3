package training.powerbi.server.web.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Serves the site's files and no others. A browser asks each time whether a file changed and gets it only if so: a
/// page never mixes files of two versions. The files' dates say nothing, since builds set them all alike; the tag
/// comes from the content.
@Configuration(proxyBeanMethods = false)
class SiteConfiguration implements WebMvcConfigurer {
    private final Map<URI, String> tags = new ConcurrentHashMap<>();

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/").setViewName("forward:/index.html");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/**")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.noCache())
                .setUseLastModified(false)
                .setEtagGenerator(this::tag);
    }

    /// Weak, since the container compresses only answers whose tag does not promise the same bytes.
    private String tag(Resource file) {
        try {
            return tags.computeIfAbsent(file.getURI(), _ -> "W/\"" + hash(file) + '"');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(Resource file) {
        try {
            return DigestUtils.md5DigestAsHex(file.getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
