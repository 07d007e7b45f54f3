package training.powerbi.lakehouse.files.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import training.powerbi.lakehouse.BlobName;
import training.powerbi.lakehouse.backup.Backups;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Disks that lack one of the things a store lives by.
class DiskTestTest {
    private static final String ELSEWHERE = "STORE=onelake";

    @TempDir
    Path parent;

    private Path data() {
        return parent.resolve("data");
    }

    private LocalHome home(Disk disk) {
        return new LocalHome(data(), new LocalFileIO(), disk);
    }

    /// A share as App Service mounts its `/home`.
    private static class WithoutLinks extends Disk {
        @Override
        void link(Path name, Path file) throws IOException {
            throw new FileSystemException(name.toString(), file.toString(), "Operation not supported");
        }
    }

    static Stream<Arguments> disksOfOneLack() {
        return Stream.of(
                lack("no hard links", new WithoutLinks()),
                lack("no hard links", new Disk() {
                    @Override
                    void link(Path name, Path file) {
                        throw new UnsupportedOperationException();
                    }
                }),
                lack("hard links that replace", new Disk() {
                    @Override
                    void link(Path name, Path file) throws IOException {
                        Files.copy(file, name, StandardCopyOption.REPLACE_EXISTING);
                    }
                }),
                lack("fsync", new Disk() {
                    @Override
                    void force(Path file) throws IOException {
                        throw new IOException("Invalid argument");
                    }
                }),
                lack("fsync of a folder", new Disk() {
                    @Override
                    void forceFolder(Path folder) throws IOException {
                        throw new AccessDeniedException(folder.toString());
                    }
                }),
                lack("does not give back", new Disk() {
                    @Override
                    byte[] read(Path file) {
                        return new byte[4096];
                    }
                }),
                lack("in one step", new Disk() {
                    @Override
                    void replace(Path from, Path to) throws IOException {
                        throw new AtomicMoveNotSupportedException(from.toString(), to.toString(), "not here");
                    }
                }),
                lack("in one step", new Disk() {
                    @Override
                    void replace(Path from, Path to) {
                        // Says it did.
                    }
                }),
                lack("no locks", new Disk() {
                    @Override
                    StoreLock lock(Path folder) throws IOException {
                        throw new IOException("No locks available");
                    }
                }),
                lack("names", new Disk() {
                    @Override
                    List<String> names(Path folder) throws IOException {
                        return super.names(folder).stream()
                                .map(name -> name.toUpperCase(Locale.ROOT))
                                .toList();
                    }
                }),
                lack("names of 142 letters", new Disk() {
                    @Override
                    void write(Path file, byte[] bytes) throws IOException {
                        if (file.getFileName().toString().length() > 140) {
                            throw new FileSystemException(file.toString(), null, "File name too long");
                        }
                        super.write(file, bytes);
                    }
                }));
    }

    private static Arguments lack(String words, Disk disk) {
        return Arguments.of(words, disk);
    }

    private void assertRefused(ThrowingCallable call, String... words) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PortalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_UNAVAILABLE))
                .hasMessageContaining(data().toString())
                .hasMessageContainingAll(words);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("disksOfOneLack")
    void aDiskThatLacksSomethingHoldsNoTables(String words, Disk disk) throws IOException {
        assertRefused(() -> home(disk).lease(), "cannot hold the tables", words, "Network shares", ELSEWHERE);
        assertNothingIsLeft();
        assertThatCode(() -> home(new Disk()).lease().close())
                .as("the folder is free again")
                .doesNotThrowAnyException();
    }

    private void assertNothingIsLeft() throws IOException {
        if (Files.exists(data())) {
            try (var files = Files.list(data())) {
                assertThat(files.map(Path::getFileName).map(Path::toString)).isSubsetOf(".lock");
            }
        }
    }

    @Test
    void aJournalNeedsNeitherLinksNorNames() {
        var disk = new WithoutLinks() {
            @Override
            void replace(Path from, Path to) throws IOException {
                throw new AtomicMoveNotSupportedException(from.toString(), to.toString(), "not here");
            }
        };
        assertThatCode(() -> new DiskTest(data(), disk).forJournal()).doesNotThrowAnyException();
        var forgetting = new Disk() {
            @Override
            void force(Path file) throws IOException {
                throw new IOException("Invalid argument");
            }
        };
        assertRefused(() -> new DiskTest(data(), forgetting).forJournal(), "fsync");
    }

    @Test
    void aGoodDiskServesAgainAndAgainAndNothingIsLeft() throws IOException {
        var killed = Files.createDirectories(data().resolve(".disk-test"));
        Files.writeString(killed.resolve("linked"), "by a start that was killed");
        for (var start = 0; start < 2; start++) {
            try (var lease = home(new Disk()).lease()) {
                lease.blobs().put(new BlobName("videos/a.mp4"), new byte[1]);
            }
            assertThat(data().resolve(".disk-test")).doesNotExist();
        }
    }

    /// What the disk says when it is full, read-only or not ours, and where.
    private static Disk failing(FileSystemException failure) {
        return new Disk() {
            @Override
            void createFolder(Path folder) throws IOException {
                throw failure;
            }
        };
    }

    @Test
    void aFullDiskAReadOnlyOneAndOneThatIsNotOursEachHaveASentence() {
        assertThatThrownBy(() -> home(failing(new FileSystemException("x", null, "No space left on device")))
                        .lease())
                .isInstanceOfSatisfying(
                        PortalException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_FULL))
                .hasMessageContainingAll(data().toString(), "disk is full", "Free some space");
        assertRefused(
                () -> home(failing(new FileSystemException("x", null, "Read-only file system")))
                        .lease(),
                "its disk is read-only. Mount it for writing",
                ELSEWHERE);
        assertRefused(
                () -> home(failing(new AccessDeniedException("/x"))).lease(),
                "access to /x is denied",
                "Give the account");
        assertRefused(
                () -> home(failing(new FileSystemException("x", null, "Input/output error")))
                        .lease(),
                "the disk said Input/output error");
    }

    /// A disk can be full only for more than a name.
    @Test
    void aDiskThatTakesNamesButNoBytesIsFull() {
        var disk = new Disk() {
            @Override
            void write(Path file, byte[] bytes) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        assertThatThrownBy(() -> home(disk).lease()).hasMessageContaining("disk is full");
    }

    @Test
    void aFolderOfAnotherAccountInTheStoreIsNamed() throws IOException {
        var closed = Files.createDirectories(data().resolve("Tables/users/_delta_log"));
        var disk = new Disk() {
            @Override
            boolean isOpen(Path folder) {
                return !folder.equals(closed);
            }
        };
        assertRefused(() -> home(disk).lease(), "access to " + closed + " is denied");
    }

    @Test
    void aFileInPlaceOfTheFolderIsSaidToBeOne() throws IOException {
        Files.writeString(data(), "no folder");
        assertRefused(() -> home(new Disk()).lease(), "it is a file, or lies below one");
        var below = new LocalHome(data().resolve("below"), new LocalFileIO());
        assertThatThrownBy(below::lease).hasMessageContaining("it is a file, or lies below one");
    }

    /// Root may write wherever there is a disk to write to: what it is told is as true.
    @Test
    void aFolderThatMayOnlyBeReadIsRefusedToWhomTheSystemRefusesIt() throws IOException {
        Files.createDirectory(
                data(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
        try {
            if (Files.isWritable(data())) {
                assertThatCode(() -> home(new Disk()).lease().close()).doesNotThrowAnyException();
            } else {
                assertRefused(() -> home(new Disk()).lease(), "access to ", "is denied", "Give the account");
                assertThatThrownBy(() -> Backups.of(parent.resolve("other"), java.time.Clock.systemUTC())
                                .backUp(data()))
                        .hasMessageContainingAll("folder for the backup", "is denied", "name another folder");
            }
        } finally {
            Files.setPosixFilePermissions(data(), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
