package training.powerbi.lakehouse.files.onelake.rest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import training.powerbi.lakehouse.OneLakePlace;
import training.powerbi.lakehouse.files.OutcomeUnknownException;
import training.powerbi.lakehouse.files.UnreachableException;
import training.powerbi.lakehouse.files.onelake.identity.AccessTokens;
import training.powerbi.lakehouse.testing.fabric.FabricDoubles;

/// A server that does nothing but commit: the numbers from 1 on, each as the next version of one log, with a data file
/// each. What was acknowledged is written to a file at the end.
final class CommitLoop {
    static final String TABLE = "/Tables/t/";

    /// How a server deals with answers.
    enum Manner {
        /// Repeats the same bytes until it is known what is there.
        RIGHT,
        /// Takes every conflict for another's commit.
        NAIVE,
        /// Takes back what it does not know about, and decides anew.
        GIVES_UP
    }

    private final LakehouseBlobs blobs;
    private final String writer;
    private final Manner manner;
    private final List<String> acknowledged = new ArrayList<>();
    private long version = -1;

    private CommitLoop(LakehouseBlobs blobs, String writer, Manner manner) {
        this.blobs = blobs;
        this.writer = writer;
        this.manner = manner;
    }

    /// The place, writer, commits, manner, file.
    public static void main(String... words) throws IOException {
        var place = FabricDoubles.place(words);
        var manner = Manner.valueOf(words[6]);
        var http = BlobClient.http().build();
        var whole = manner == Manner.GIVES_UP ? Duration.ofMillis(900) : Duration.ofSeconds(60);
        var client = client(http, place.identity(), URI.create(place.blobEndpoint() + "/" + place.workspace()), whole);
        var loop = new CommitLoop(new LakehouseBlobs(client, place.lakehouse()), words[4], manner);
        loop.run(Integer.parseInt(words[5]));
        Files.write(Path.of(words[7]), loop.acknowledged);
    }

    private static BlobClient client(HttpClient http, OneLakePlace.Identity identity, URI container, Duration whole) {
        var tokens = AccessTokens.of(identity, AccessTokens.STORAGE, http, Clock.systemUTC());
        return new BlobClient(http, tokens, container, new Patience(Duration.ofMillis(500), whole), Clock.systemUTC());
    }

    private void run(int commits) throws IOException {
        for (var number = 1; number <= commits; ) {
            var data = "part-" + UUID.randomUUID() + ".parquet";
            var line = "{\"writer\":\"" + writer + "\",\"number\":" + number + ",\"txn\":\"" + UUID.randomUUID()
                    + "\",\"path\":\"" + data + "\"}";
            try {
                blobs.put(TABLE + data, new byte[500]);
                commit(line.getBytes(StandardCharsets.UTF_8));
                acknowledged.add(writer + ":" + number++);
            } catch (FileAlreadyExistsException e) {
                version++;
                takeBack(data);
                readAhead();
            } catch (UnreachableException e) {
                if (manner != Manner.GIVES_UP) {
                    throw e;
                }
                takeBack(data);
            }
        }
    }

    private void commit(byte[] line) throws IOException {
        var path = log(version + 1);
        if (manner == Manner.NAIVE) {
            var answer =
                    blobs.client().send(BlobRequest.put(blobs.at(path), line).ifAbsent());
            if (answer.isTaken()) {
                throw new FileAlreadyExistsException(path);
            }
        } else {
            try {
                blobs.putIfAbsent(path, line);
            } catch (OutcomeUnknownException e) {
                if (manner == Manner.GIVES_UP) {
                    throw e;
                }
                e.repeat();
            }
        }
        version++;
    }

    private void readAhead() {
        while (isThere(version + 1)) {
            version++;
        }
    }

    private boolean isThere(long asked) {
        while (true) {
            try {
                return blobs.client()
                                .send(BlobRequest.get(blobs.at(log(asked))))
                                .status()
                        == 200;
            } catch (IOException e) {
                // No answer is no answer, with patience or without.
            }
        }
    }

    private void takeBack(String data) {
        try {
            blobs.delete(TABLE + data);
        } catch (IOException e) {
            // It stays behind.
        }
    }

    static String log(long version) {
        return TABLE + "_delta_log/%020d.json".formatted(version);
    }
}
