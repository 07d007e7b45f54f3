package training.powerbi.server.audit.chain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import training.powerbi.server.digest.Digests;

/// The one text of an entry, which is what is hashed: JSON as RFC 8785 has it, so that any program can write it
/// again. `docs/howto/verify-the-audit.md` tells them how: it never changes.
final class EntryText {
    private final StringBuilder json = new StringBuilder(512);

    private EntryText() {}

    /// All columns but the hash itself.
    static String of(AdminActionRow row) {
        return new EntryText()
                .name("action_id")
                .text(row.actionId())
                .name("action_type")
                .text(row.actionType())
                .name("admin_id")
                .text(row.adminId())
                .name("day_number")
                .number(row.dayNumber())
                .name("metadata")
                .text(row.metadata())
                .name("previous_hash")
                .text(row.previousHash())
                .name("sequence")
                .number(row.sequence())
                .name("timestamp")
                .number(ChronoUnit.MICROS.between(Instant.EPOCH, row.timestamp()))
                .end();
    }

    static String hash(AdminActionRow row) {
        return Digests.hexSha256(of(row));
    }

    private EntryText name(String name) {
        json.append(json.isEmpty() ? '{' : ',').append('"').append(name).append("\":");
        return this;
    }

    private EntryText number(@Nullable Number value) {
        json.append(value);
        return this;
    }

    private EntryText text(@Nullable String value) {
        if (value == null) {
            json.append((Object) null);
            return this;
        }
        json.append('"');
        for (var at = 0; at < value.length(); at++) {
            write(value.charAt(at));
        }
        json.append('"');
        return this;
    }

    private void write(char letter) {
        switch (letter) {
            case '"' -> json.append("\\\"");
            case '\\' -> json.append("\\\\");
            case '\b' -> json.append("\\b");
            case '\f' -> json.append("\\f");
            case '\n' -> json.append("\\n");
            case '\r' -> json.append("\\r");
            case '\t' -> json.append("\\t");
            default -> {
                if (letter < ' ') {
                    json.append(String.format(Locale.ROOT, "\\u%04x", (int) letter));
                } else {
                    json.append(letter);
                }
            }
        }
    }

    private String end() {
        return json.append('}').toString();
    }
}
