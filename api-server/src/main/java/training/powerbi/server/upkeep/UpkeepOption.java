package training.powerbi.server.upkeep;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import training.powerbi.model.error.PortalException;

/// What a command line asks for that looks after the store.
///
/// @param value behind the option, with `=` or as the next word; empty for none
/// @param which backup is meant; the newest when empty
/// @param keep how many backups stay, as it was given; empty for what the settings say
/// @param agreed whether what is lost by it has been agreed to
record UpkeepOption(Kind kind, String value, Optional<String> which, Optional<String> keep, boolean agreed) {
    private static final String WHICH = "--backup-id";
    private static final String KEEP = "--keep";
    private static final String YES = "--yes";

    /// The options.
    enum Kind {
        BACKUP("--backup", true),
        RESTORE("--restore", true),
        STORE_CHECK("--store-check", false),
        STORE_REPAIR("--store-repair", false),
        COPY_STORE("--copy-store", false),
        RESET_ADMIN("--reset-admin", false),
        /// With the hash that was kept behind it, or none.
        AUDIT_VERIFY("--audit-verify", false);

        private final String word;
        private final boolean withFolder;

        Kind(String word, boolean withFolder) {
            this.word = word;
            this.withFolder = withFolder;
        }

        String word() {
            return word;
        }
    }

    static boolean isIn(List<String> arguments) {
        return Arrays.stream(Kind.values())
                .anyMatch(kind -> arguments.stream().anyMatch(each -> is(each, kind.word())));
    }

    private static boolean is(String argument, String word) {
        return argument.equals(word) || argument.startsWith(word + "=");
    }

    /// @throws PortalException BAD_USER_INPUT when it cannot be told what is meant
    static UpkeepOption of(List<String> arguments) {
        var asked = Arrays.stream(Kind.values())
                .filter(kind -> arguments.stream().anyMatch(each -> is(each, kind.word())))
                .toList();
        if (asked.size() != 1) {
            throw PortalException.badInput("options", "Give one of " + words() + " at a time.");
        }
        var kind = asked.getFirst();
        var value = value(arguments, kind.word()).orElse("");
        if (kind.withFolder && value.isEmpty()) {
            throw PortalException.badInput(
                    kind.word(), "Name the folder: " + kind.word() + "=FOLDER, best on another disk.");
        }
        return new UpkeepOption(kind, value, value(arguments, WHICH), value(arguments, KEEP), arguments.contains(YES));
    }

    /// How many backups stay; 0 for all.
    ///
    /// @throws PortalException BAD_USER_INPUT for what is no such number
    int keep(BackupProperties settings) {
        if (keep.isEmpty()) {
            return settings.keep();
        }
        try {
            var number = Integer.parseInt(keep.get());
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // As below.
        }
        throw PortalException.badInput(KEEP, "Say how many backups to keep, the newest: " + KEEP + "=7, at least 1.");
    }

    private static String words() {
        return String.join(", ", Arrays.stream(Kind.values()).map(Kind::word).toList());
    }

    private static Optional<String> value(List<String> arguments, String word) {
        for (var at = 0; at < arguments.size(); at++) {
            var argument = arguments.get(at);
            if (argument.startsWith(word + "=")) {
                return Optional.of(argument.substring(word.length() + 1));
            }
            if (argument.equals(word)
                    && at + 1 < arguments.size()
                    && !arguments.get(at + 1).startsWith("--")) {
                return Optional.of(arguments.get(at + 1));
            }
        }
        return Optional.empty();
    }

    /// The other words of the command line: settings.
    static Stream<String> settings(List<String> arguments) {
        return arguments.stream()
                .filter(argument -> argument.startsWith("--"))
                .filter(argument -> Stream.concat(
                                Arrays.stream(Kind.values()).map(Kind::word), Stream.of(WHICH, KEEP, YES))
                        .noneMatch(word -> is(argument, word)));
    }
}
