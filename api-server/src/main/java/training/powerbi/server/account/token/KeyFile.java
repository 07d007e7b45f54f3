package training.powerbi.server.account.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Signing keys kept beside the data, readable by their owner only; made on first start.
record KeyFile(Path path, JWSAlgorithm algorithm) {

    static KeyFile in(Path dataFolder, JWSAlgorithm algorithm) {
        var name = "token-keys-" + algorithm.getName().toLowerCase(Locale.ROOT) + ".json";
        return new KeyFile(dataFolder.resolve("secrets").resolve(name), algorithm);
    }

    SigningKeys loadOrCreate() {
        try {
            if (!Files.exists(path)) {
                write(new JWKSet(newKey(UUID.randomUUID().toString())));
            }
            return new SigningKeys(algorithm, JWKSet.parse(Files.readString(path)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the signing key in " + path, e);
        } catch (ParseException | IllegalArgumentException e) {
            throw new PortalException(
                    ErrorCode.BAD_USER_INPUT,
                    "The signing keys in " + path + " are damaged: restore the file, or delete it to start"
                            + " with a new key (everyone then has to sign in again).",
                    e);
        }
    }

    /// Replaces the keys of before, durably.
    void keep(SigningKeys keys) {
        try {
            write(keys.all());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the signing key in " + path, e);
        }
    }

    JWK newKey(String id) {
        try {
            return algorithm.equals(JWSAlgorithm.ES256)
                    ? new ECKeyGenerator(Curve.P_256)
                            .keyID(id)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(algorithm)
                            .generate()
                    : new OctetSequenceKeyGenerator(256)
                            .keyID(id)
                            .algorithm(algorithm)
                            .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java platform can make these keys", e);
        }
    }

    private void write(JWKSet keys) throws IOException {
        var folder = path.resolveSibling("");
        Files.createDirectories(folder, owner(folder, "rwx------"));
        var draft = Files.createTempFile(folder, "keys", ".tmp", owner(folder, "rw-------"));
        try (var file = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(keys.toString(false).getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            // Tokens signed with a key that a power cut takes away would be lost with it.
            file.force(true);
        }
        Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] owner(Path path, String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().containsAll(Set.of("posix"))
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
