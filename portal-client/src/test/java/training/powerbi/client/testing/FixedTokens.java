package training.powerbi.client.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import training.powerbi.client.SignedOutException;
import training.powerbi.client.TokenProvider;

/// Gives one token after the other: the next when the one before was refused.
public final class FixedTokens implements TokenProvider {
    private final List<String> tokens;
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final AtomicInteger current = new AtomicInteger();

    public FixedTokens(String... tokens) {
        this.tokens = List.of(tokens);
    }

    @Override
    public String accessToken() {
        if (current.get() >= tokens.size()) {
            throw new SignedOutException("Sign in again.");
        }
        return tokens.get(current.get());
    }

    @Override
    public void refused(String token) {
        refused.add(token);
        current.incrementAndGet();
    }

    public List<String> refused() {
        return List.copyOf(refused);
    }
}
