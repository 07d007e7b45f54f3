package training.powerbi.server.web.config;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.RemoteIpValve;

/// Takes the sender's address from `X-Forwarded-For`, without the port that Azure's front ends write behind it: with it
/// each connection would be a stranger of its own, and no limit would hold anybody.
final class ForwardedValve extends RemoteIpValve {
    private static final Pattern IPV4_AND_PORT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3}):\\d{1,5}");
    private static final Pattern IPV6_IN_BRACKETS = Pattern.compile("\\[([0-9A-Fa-f:.]+)](?::\\d{1,5})?");

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        String said = String.join(",", Collections.list(request.getHeaders(getRemoteIpHeader())));
        String plain = withoutPorts(said);
        if (!plain.equals(said)) {
            request.getCoyoteRequest()
                    .getMimeHeaders()
                    .setValue(getRemoteIpHeader())
                    .setString(plain);
        }
        super.invoke(request, response);
    }

    static String withoutPorts(String forwarded) {
        return Arrays.stream(forwarded.split(",", -1))
                .map(String::strip)
                .map(hop -> IPV4_AND_PORT.matcher(hop).replaceFirst("$1"))
                .map(hop -> IPV6_IN_BRACKETS.matcher(hop).replaceFirst("$1"))
                .collect(Collectors.joining(", "));
    }
}
