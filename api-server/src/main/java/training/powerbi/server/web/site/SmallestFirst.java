package training.powerbi.server.web.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/// Sends what the build compressed: Brotli to whoever reads it, wherever it stands in the list of what they read.
/// Browsers name gzip first, out of habit.
final class SmallestFirst extends EncodedResourceResolver {
    private static final Pattern BROTLI = Pattern.compile("\\bbr\\b(?!\\s*;\\s*q\\s*=\\s*0(\\.0*)?\\s*(,|$))");

    @Override
    protected @Nullable Resource resolveResourceInternal(
            @Nullable HttpServletRequest request,
            String path,
            List<? extends Resource> locations,
            ResourceResolverChain chain) {
        String accepted = request == null ? null : request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        boolean brotli = accepted != null && BROTLI.matcher(accepted).find();
        return super.resolveResourceInternal(
                request != null && brotli ? new BrotliOnly(request) : request, path, locations, chain);
    }

    private static final class BrotliOnly extends HttpServletRequestWrapper {
        BrotliOnly(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return name.equalsIgnoreCase(HttpHeaders.ACCEPT_ENCODING) ? "br" : super.getHeader(name);
        }
    }
}
