package training.powerbi.server.web.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/// Sends what the build compressed: Brotli to whoever reads it, wherever it stands in the list of what they read.
/// Browsers name gzip first, out of habit.
final class SmallestFirst extends EncodedResourceResolver {
    private static final List<String> BEST_FIRST = List.of("br", "gzip");
    private static final Pattern REFUSED = Pattern.compile(";\\s*q\\s*=\\s*0(\\.0*)?\\s*$");

    @Override
    protected @Nullable Resource resolveResourceInternal(
            @Nullable HttpServletRequest request,
            String path,
            List<? extends Resource> locations,
            ResourceResolverChain chain) {
        return super.resolveResourceInternal(request == null ? null : new OneCoding(request), path, locations, chain);
    }

    /// The best of the codings that a request accepts, or none.
    static String best(@Nullable String accepted) {
        if (accepted == null) {
            return "";
        }
        List<String> taken = Arrays.stream(accepted.toLowerCase(Locale.ROOT).split(",", -1))
                .filter(coding -> !REFUSED.matcher(coding).find())
                .map(coding -> coding.replaceFirst(";.*", "").strip())
                .toList();
        return BEST_FIRST.stream().filter(taken::contains).findFirst().orElse("");
    }

    private static final class OneCoding extends HttpServletRequestWrapper {
        OneCoding(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            String told = super.getHeader(name);
            return name.equalsIgnoreCase(HttpHeaders.ACCEPT_ENCODING) ? best(told) : told;
        }
    }
}
