package training.powerbi.server.web.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/// Serves the site's files and no others. What is bundled has its content's hash in its name: browsers keep it and
/// never ask again. For everything else a browser asks each time whether it changed and gets it only if so, which is
/// why a page never mixes files of two versions. The files' dates say nothing, since builds set them all alike; the tag
/// comes from the content.
@Configuration(proxyBeanMethods = false)
class SiteConfiguration implements WebMvcConfigurer {
    private static final Duration FOR_GOOD = Duration.ofDays(365);

    private final SiteFiles files;
    private final Map<URI, String> tags = new ConcurrentHashMap<>();

    SiteConfiguration(SiteFiles files) {
        this.files = files;
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/").setViewName("forward:/index.html");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/bundle/**")
                .addResourceLocations("classpath:/" + SiteFiles.BUNDLED + "bundle/")
                .setCacheControl(CacheControl.maxAge(FOR_GOOD).cachePublic().immutable())
                .setUseLastModified(false)
                // The build has compressed them, and better than is worth doing for each answer.
                .resourceChain(false)
                .addResolver(new SmallestFirst());
        registry.addResourceHandler("/**")
                .addResourceLocations(files.folders())
                .setCacheControl(CacheControl.noCache())
                .setUseLastModified(false)
                .setEtagGenerator(this::tag);
    }

    /// The site's pages are told apart behind the `#`. Whoever leaves it out, or follows a link that did, gets there
    /// all the same.
    @Bean
    RouterFunction<ServerResponse> addressesWithoutHash() {
        RequestPredicate pages = RequestPredicates.path("/{page:course|me|sign-in|register|reset}")
                .or(RequestPredicates.path("/day/{number:\\d{1,4}}"))
                .or(RequestPredicates.path("/{page:course|me|sign-in|register|reset}/"))
                .or(RequestPredicates.path("/day/{number:\\d{1,4}}/"));
        return RouterFunctions.route(
                pages.and(request -> BrowserVisit.is(request.servletRequest())),
                request -> ServerResponse.status(HttpStatus.FOUND)
                        .location(URI.create("/#" + request.path().replaceAll("/$", "")))
                        .cacheControl(CacheControl.noCache())
                        .varyBy(HttpHeaders.ACCEPT)
                        .build());
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
