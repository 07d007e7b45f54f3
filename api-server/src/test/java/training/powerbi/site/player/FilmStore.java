package training.powerbi.site.player;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Films behind ticket addresses, with Range. A slow ticket gives out its first part and then keeps the reader waiting
/// until it is killed, after which it is not found.
final class FilmStore {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");

    private final byte[] film;
    private final Map<String, Ticket> tickets = new ConcurrentHashMap<>();
    private final AtomicInteger renewals = new AtomicInteger();

    private volatile PlayerServer.@Nullable Answer refusal;

    private record Ticket(double share, CountDownLatch death) {}

    FilmStore(byte[] film) {
        this.film = film;
    }

    /// The address of the film under a ticket that stays good.
    String address(String ticket) {
        return slowAddress(ticket, 1);
    }

    /// The address of the film under a ticket that holds its bytes back after `share` of them.
    String slowAddress(String ticket, double share) {
        tickets.put(ticket, new Ticket(share, new CountDownLatch(1)));
        return "/film/" + ticket + ".mp4";
    }

    /// Breaks the ticket's connections and answers 404 from now on.
    void kill(String ticket) {
        var killed = tickets.remove(ticket);
        if (killed != null) {
            killed.death().countDown();
        }
    }

    void killAll() {
        tickets.keySet().forEach(this::kill);
    }

    int renewals() {
        return renewals.get();
    }

    /// Answers requests for a fresh address so from now on.
    void refuseRenewals(int status, String body) {
        refusal = PlayerServer.Answer.json(status, body);
    }

    void allowRenewals() {
        refusal = null;
    }

    PlayerServer.Answer renewed() {
        var refused = refusal;
        if (refused != null) {
            return refused;
        }
        var address = address("renewed-" + renewals.incrementAndGet());
        return PlayerServer.Answer.json(200, "{\"streamUrl\": \"%s\"}".formatted(address));
    }

    void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var name = exchange.getRequestURI().getPath().replaceAll("^/film/|\\.mp4$", "");
            var ticket = tickets.get(name);
            if (ticket == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            var range =
                    RANGE.matcher(String.valueOf(exchange.getRequestHeaders().getFirst("Range")));
            boolean part = range.matches();
            int from = part ? Integer.parseInt(range.group(1)) : 0;
            int to = part && !range.group(2).isEmpty() ? Integer.parseInt(range.group(2)) + 1 : film.length;
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Type", "video/mp4");
            headers.set("Accept-Ranges", "bytes");
            headers.set("Cache-Control", "no-store");
            headers.set("Content-Range", "bytes %d-%d/%d".formatted(from, to - 1, film.length));
            exchange.sendResponseHeaders(part ? 206 : 200, to - from);
            send(exchange, ticket, from, to);
        }
    }

    private void send(HttpExchange exchange, Ticket ticket, int from, int to) throws IOException {
        int gate = (int) (film.length * ticket.share());
        var body = exchange.getResponseBody();
        if (from < gate) {
            body.write(film, from, Math.min(gate, to) - from);
            body.flush();
        }
        if (gate < to) {
            awaitDeathOf(ticket);
            throw new IOException("The ticket died while it was read.");
        }
    }

    private static void awaitDeathOf(Ticket ticket) {
        try {
            ticket.death().await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
