package training.powerbi.client;

import org.jspecify.annotations.Nullable;

/// Someone as named beside what they did.
public record Person(String userId, String email, @Nullable String displayName) {

    /// The name to show.
    public String name() {
        return displayName == null || displayName.isBlank() ? email : displayName;
    }
}
