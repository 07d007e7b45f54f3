package training.powerbi.lakehouse.files.onelake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.OneLakePlace;
import training.powerbi.lakehouse.files.onelake.identity.NoTokenException;
import training.powerbi.lakehouse.files.onelake.rest.BlobAnswer;
import training.powerbi.lakehouse.files.onelake.rest.BlobRequest;
import training.powerbi.lakehouse.files.onelake.rest.LakehouseBlobs;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Looks, before anything is opened, whether the lakehouse is what the store needs: within reach, ours to write to,
/// and a place where of two writers of one name one is told so. Each thing that can be wrong has its own sentence.
final class SelfTest {
    private static final String OWN = "/Files/_portal/";
    /// What other starts, and servers of earlier versions, left behind when they were killed.
    private static final List<String> LEFTOVERS = List.of(OWN + "self-test-", OWN + "probe-");
    private static final Duration LEFT = Duration.ofHours(1);

    private final OneLakePlace place;
    private final LakehouseBlobs blobs;

    SelfTest(OneLakePlace place, LakehouseBlobs blobs) {
        this.place = place;
        this.blobs = blobs;
    }

    private interface Check {
        void run() throws IOException;
    }

    /// Looks whether the lakehouse answers; writes nothing.
    ///
    /// @throws PortalException STORAGE_UNAVAILABLE saying what to do
    void look() {
        run(this::checkRoot);
    }

    /// @throws PortalException STORAGE_UNAVAILABLE saying what to do
    void run() {
        run(() -> {
            // What only reads is asked side by side; nothing is written before all of it is well.
            try (var beside = Executors.newVirtualThreadPerTaskExecutor()) {
                var tables = beside.submit(this::tables);
                checkRoot();
                checkSchema(arrived(tables));
            }
            checkConditions();
        });
    }

    private void run(Check check) {
        try {
            check.run();
        } catch (NoTokenException e) {
            throw refusal(TokenAdvice.sentence(e, place.identity()), e);
        } catch (IOException e) {
            throw refusal(
                    "OneLake at " + place.blobEndpoint() + " does not answer as it should (" + e.getMessage()
                            + "). Check the network and FABRIC_BLOB_ENDPOINT, and whether the capacity is running:"
                            + " a paused one answers nothing.",
                    e);
        }
    }

    private void checkRoot() throws IOException {
        var answer = blobs.client().send(BlobRequest.list(place.lakehouse() + "/", "/", ""));
        if (answer.status() != 200) {
            throw refusal(sentence(answer), null);
        }
    }

    private String sentence(BlobAnswer answer) {
        var said = " (OneLake answered " + answer.status() + " " + answer.error() + ")";
        if (answer.error().contains("Capacity")) {
            return "The capacity behind the workspace is paused or used up" + said
                    + ". Resume it in the Azure portal, or wait, and start again.";
        }
        return switch (answer.status()) {
            case 401 ->
                "OneLake does not accept the token of the " + place.identity() + said
                        + ". Check that FABRIC_TENANT_ID is the tenant of the workspace, and that the clock is right.";
            case 403 ->
                "The " + place.identity() + " may not use the workspace" + said
                        + ". Make it a Contributor there (Manage access), and see that the tenant allows service principals"
                        + " to use Fabric APIs and apps outside Fabric to use OneLake (admin portal, tenant settings)."
                        + " If it worked before, the capacity may be paused.";
            case 404 ->
                answer.isMissing()
                                || answer.error().contains("Artifact")
                                || answer.error().contains("Lakehouse")
                        ? "There is no lakehouse " + place.lakehouse() + " in workspace " + place.workspace() + said
                                + ". Set FABRIC_LAKEHOUSE_ID to the id in the lakehouse's address."
                        : "There is no workspace " + place.workspace() + said
                                + ". Set FABRIC_WORKSPACE_ID to the id in the workspace's address.";
            default ->
                "OneLake refuses the lakehouse" + said
                        + ". Check FABRIC_WORKSPACE_ID and FABRIC_LAKEHOUSE_ID: both are ids such as"
                        + " 0f8fad5b-d9cb-469f-a165-70867728950e.";
        };
    }

    private Optional<BlobAnswer> tables() throws IOException {
        return place.schema().isPresent()
                ? Optional.empty()
                : Optional.of(blobs.client().send(BlobRequest.list(place.lakehouse() + "/Tables/", "/", "")));
    }

    private static void checkSchema(Optional<BlobAnswer> tables) {
        var text = tables.filter(answer -> answer.status() == 200)
                .map(answer -> new String(answer.body(), StandardCharsets.UTF_8))
                .orElse("");
        if (text.contains("/Tables/dbo/<") || text.contains("/Tables/dbo<")) {
            throw refusal(
                    "The lakehouse has schemas, so its tables lie below one. Set FABRIC_SCHEMA, such as FABRIC_SCHEMA=dbo.",
                    null);
        }
    }

    private void checkConditions() throws IOException {
        var path = blobs.at(LEFTOVERS.getFirst() + UUID.randomUUID());
        var put = BlobRequest.put(path, new byte[0]).ifAbsent();
        var first = blobs.client().send(put);
        if (first.status() != 201 && !(first.isTaken() && first.doubtful())) {
            throw refusal(
                    first.status() == 403
                            ? "The " + place.identity()
                                    + " may read the lakehouse but not write to it (OneLake answered" + " 403 "
                                    + first.error() + "). Make it a Contributor of the workspace."
                            : "Nothing can be written to the lakehouse (OneLake answered " + first.status() + " "
                                    + first.error() + "). Check that FABRIC_LAKEHOUSE_ID is a lakehouse's id.",
                    null);
        }
        try (var beside = Executors.newVirtualThreadPerTaskExecutor()) {
            var swept = beside.submit(() -> sweep(blobs, first.modified()));
            var second = blobs.client().send(put);
            blobs.client().send(BlobRequest.delete(path));
            requireTaken(second);
            arrived(swept);
        }
    }

    private void requireTaken(BlobAnswer second) {
        if (!second.isTaken()) {
            throw refusal(
                    "OneLake at " + place.blobEndpoint()
                            + " let a file be written twice under a name that had to be free"
                            + " (it answered " + second.status() + "). Without this promise two writers could lose each"
                            + " other's changes, so the portal does not start. Check FABRIC_BLOB_ENDPOINT.",
                    null);
        }
    }

    private static <T> T arrived(Future<T> asked) throws IOException {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failed ? failed : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the lakehouse is looked at", e);
        }
    }

    /// By the service's own clock; says how many went.
    static int sweep(LakehouseBlobs blobs, Instant now) throws IOException {
        var swept = 0;
        for (var file : blobs.list(OWN, false)) {
            if (LEFTOVERS.stream().anyMatch(file.path()::startsWith)
                    && file.modified().isBefore(now.minus(LEFT))) {
                swept += blobs.delete(file.path()) ? 1 : 0;
            }
        }
        return swept;
    }

    private static PortalException refusal(String sentence, @Nullable Throwable cause) {
        return cause == null
                ? new PortalException(ErrorCode.STORAGE_UNAVAILABLE, sentence)
                : new PortalException(ErrorCode.STORAGE_UNAVAILABLE, sentence, cause);
    }
}
