package training.powerbi.server.upkeep;

import io.delta.standalone.data.RowRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.server.audit.chain.AdminActionRow;

/// The chain by docs/howto/verify-the-audit.md and nothing else: rows by another reader, JSON by a library.
final class IndependentChain {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
            .build();

    private final List<AdminActionRow> rows;

    IndependentChain(List<AdminActionRow> rows) {
        this.rows = rows;
    }

    static AdminActionRow row(RowRecord record) {
        return new AdminActionRow(
                record.getString("action_id"),
                record.getString("admin_id"),
                record.getString("action_type"),
                record.isNullAt("day_number") ? null : record.getInt("day_number"),
                record.getString("metadata"),
                record.getTimestamp("timestamp").toInstant(),
                record.isNullAt("sequence") ? null : record.getLong("sequence"),
                record.isNullAt("previous_hash") ? null : record.getString("previous_hash"),
                record.isNullAt("hash") ? null : record.getString("hash"));
    }

    private static String hash(AdminActionRow row) {
        var members = new TreeMap<String, @Nullable Object>();
        members.put("action_id", row.actionId());
        members.put("admin_id", row.adminId());
        members.put("action_type", row.actionType());
        members.put("day_number", row.dayNumber());
        members.put("metadata", row.metadata());
        members.put("timestamp", ChronoUnit.MICROS.between(Instant.EPOCH, row.timestamp()));
        members.put("sequence", row.sequence());
        members.put("previous_hash", row.previousHash());
        return sha256(JSON.writeValueAsString(members));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// -1 when nothing is.
    long firstBroken() {
        var before = sha256(rows.stream()
                .filter(row -> row.sequence() == null)
                .sorted(Comparator.comparing(AdminActionRow::timestamp).thenComparing(AdminActionRow::actionId))
                .map(IndependentChain::hash)
                .collect(Collectors.joining()));
        var place = 0L;
        for (var row : rows.stream()
                .filter(row -> row.sequence() != null)
                .sorted(Comparator.comparing(AdminActionRow::sequence))
                .toList()) {
            place++;
            var hash = hash(row);
            if (!Long.valueOf(place).equals(row.sequence())
                    || !before.equals(row.previousHash())
                    || !hash.equals(row.hash())) {
                return place;
            }
            before = hash;
        }
        return -1;
    }

    static AdminActionRow hashedAnew(AdminActionRow row) {
        return new AdminActionRow(
                row.actionId(),
                row.adminId(),
                row.actionType(),
                row.dayNumber(),
                row.metadata(),
                row.timestamp(),
                row.sequence(),
                row.previousHash(),
                hash(row));
    }

    static AdminActionRow at(AdminActionRow row, long sequence) {
        return new AdminActionRow(
                row.actionId(),
                row.adminId(),
                row.actionType(),
                row.dayNumber(),
                row.metadata(),
                row.timestamp(),
                sequence,
                row.previousHash(),
                row.hash());
    }

    static AdminActionRow another(AdminActionRow row) {
        return new AdminActionRow(
                "made-up",
                row.adminId(),
                row.actionType(),
                row.dayNumber(),
                row.metadata(),
                row.timestamp(),
                row.sequence(),
                row.previousHash(),
                row.hash());
    }
}
