package training.powerbi.lakehouse.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// What disks, copies and people do to a data folder.
enum Damages {
    FLIPPED_BIT {
        @Override
        void strike(List<Path> files, Random random) throws IOException {
            var file = pick(files, random);
            var bytes = Files.readAllBytes(file);
            if (bytes.length > 0) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file, bytes);
        }
    },
    ZEROED_BLOCK {
        @Override
        void strike(List<Path> files, Random random) throws IOException {
            var file = pick(files, random);
            var bytes = Files.readAllBytes(file);
            var from = random.nextInt(Math.max(1, bytes.length));
            Arrays.fill(bytes, from, Math.min(bytes.length, from + 512), (byte) 0);
            Files.write(file, bytes);
        }
    },
    CUT {
        @Override
        void strike(List<Path> files, Random random) throws IOException {
            var file = pick(files, random);
            var bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, random.nextInt(Math.max(1, bytes.length))));
        }
    },
    EMPTIED {
        @Override
        void strike(List<Path> files, Random random) throws IOException {
            Files.write(pick(files, random), new byte[0]);
        }
    },
    LOST {
        @Override
        void strike(List<Path> files, Random random) throws IOException {
            Files.delete(pick(files, random));
        }
    },
    SWAPPED {
        @Override
        void strike(List<Path> files, Random random) throws IOException {
            var one = pick(files, random);
            var other = pick(files, random);
            var bytes = Files.readAllBytes(one);
            Files.copy(other, one, StandardCopyOption.REPLACE_EXISTING);
            Files.write(other, bytes);
        }
    },
    STALE {
        @Override
        void strike(List<Path> files, Random random) throws IOException {
            Files.copy(pick(files, random), pick(files, random), StandardCopyOption.REPLACE_EXISTING);
        }
    },
    TORN_NEWEST_ENTRY {
        @Override
        void strike(List<Path> files, Random random) throws IOException {
            var newest = files.stream()
                    .filter(file -> file.toString().endsWith(".json"))
                    .max(Path::compareTo);
            var bytes = Files.readAllBytes(newest.orElseThrow());
            Files.write(newest.orElseThrow(), Arrays.copyOf(bytes, random.nextInt(bytes.length)));
        }
    },
    LOST_ENTRY {
        @Override
        void strike(List<Path> files, Random random) throws IOException {
            Files.delete(pick(
                    files.stream()
                            .filter(file -> file.toString().endsWith(".json"))
                            .toList(),
                    random));
        }
    },
    DAMAGED_CHECKPOINT {
        @Override
        void strike(List<Path> files, Random random) throws IOException {
            FLIPPED_BIT.strike(
                    files.stream()
                            .filter(file -> file.toString().contains("checkpoint"))
                            .toList(),
                    random);
        }
    };

    abstract void strike(List<Path> files, Random random) throws IOException;

    private static Path pick(List<Path> files, Random random) {
        return files.get(random.nextInt(files.size()));
    }
}
