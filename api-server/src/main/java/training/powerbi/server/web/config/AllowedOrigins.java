package training.powerbi.server.web.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.model.error.PortalException;

/// The value of ALLOWED_ORIGINS: a JSON array or a comma list of `scheme://host[:port]`, compared exactly.
public record AllowedOrigins(Set<String> origins) {
    private static final JsonMapper JSON = JsonMapper.shared();

    public AllowedOrigins {
        origins = Set.copyOf(origins);
    }

    static AllowedOrigins parse(String text) {
        Set<String> origins = new LinkedHashSet<>();
        entries(text.strip()).filter(entry -> !entry.isEmpty()).forEach(entry -> origins.add(origin(entry)));
        return new AllowedOrigins(origins);
    }

    private static Stream<String> entries(String text) {
        if (!text.startsWith("[")) {
            return Arrays.stream(text.split(",")).map(String::strip);
        }
        try {
            return List.of(JSON.readValue(text, String[].class)).stream().map(String::strip);
        } catch (JacksonException | NullPointerException e) {
            throw mistake("is neither a JSON array of strings nor a comma list");
        }
    }

    private static String origin(String entry) {
        try {
            URI uri = new URI(entry);
            boolean bare = uri.getRawPath().isEmpty() || uri.getRawPath().equals("/");
            boolean plain = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (web && bare && plain && uri.getHost() != null) {
                String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
                return uri.getScheme() + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port;
            }
        } catch (URISyntaxException e) {
            // Told below, like every other form that is not an origin.
        }
        throw mistake("has an entry that is not an origin such as https://school.example or http://localhost:3000");
    }

    private static PortalException mistake(String reason) {
        return PortalException.badInput("ALLOWED_ORIGINS", "ALLOWED_ORIGINS " + reason + ".");
    }

    @Component
    @ConfigurationPropertiesBinding
    static final class FromText implements Converter<String, AllowedOrigins> {

        @Override
        public AllowedOrigins convert(String text) {
            return parse(text);
        }
    }
}
