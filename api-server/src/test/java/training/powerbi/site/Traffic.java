package training.powerbi.site;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What a tab sends for over the network, and what that weighs on it, headers and compression included. What a browser
/// has kept and takes without asking is not counted.
final class Traffic {
    private final CDPSession devTools;
    private final Map<String, String> asked = new TreeMap<>();
    private final Set<String> kept = new HashSet<>();
    private final List<String> sockets = new ArrayList<>();
    private int bytes;

    Traffic(Page page) {
        devTools = page.context().newCDPSession(page);
        devTools.on("Network.requestWillBeSent", event -> {
            var address = event.getAsJsonObject("request").get("url").getAsString();
            if (address.startsWith("http")) {
                asked.put(id(event), address);
            }
        });
        devTools.on("Network.requestServedFromCache", event -> kept.add(id(event)));
        devTools.on("Network.responseReceived", event -> {
            var response = event.getAsJsonObject("response");
            if (response.has("fromDiskCache") && response.get("fromDiskCache").getAsBoolean()) {
                kept.add(id(event));
            }
        });
        devTools.on(
                "Network.webSocketCreated",
                event -> sockets.add(event.get("url").getAsString()));
        devTools.on(
                "Network.loadingFinished",
                event -> bytes += event.get("encodedDataLength").getAsInt());
        devTools.send("Network.enable");
    }

    private static String id(JsonObject event) {
        return event.get("requestId").getAsString();
    }

    void forgetWhatIsKept() {
        devTools.send("Network.clearBrowserCache");
    }

    void reset() {
        asked.clear();
        kept.clear();
        sockets.clear();
        bytes = 0;
    }

    List<String> addresses() {
        var all = new ArrayList<>(sockets);
        asked.forEach((id, address) -> {
            if (!kept.contains(id)) {
                all.add(address);
            }
        });
        return all;
    }

    int bytes() {
        return bytes;
    }
}
