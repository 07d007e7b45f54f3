package training.powerbi.server.media.upload;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Component;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.access.Days;
import training.powerbi.server.account.CohortCheck;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.curriculum.Curriculum;
import training.powerbi.server.media.container.Container;
import training.powerbi.server.media.container.VideoInspector;
import training.powerbi.server.media.upload.intake.Intake;
import training.powerbi.server.recording.NewVideo;
import training.powerbi.server.transfer.FileSpace;
import training.powerbi.server.transfer.Retention;

/// What is checked before a byte is kept; the same for both ways to upload.
@Component
class Admission {
    private final Curriculum curriculum;
    private final CohortCheck cohorts;
    private final FileSpace space;
    private final Retention retention;
    private final Clock clock;
    private final OpenUploads open;

    Admission(
            Curriculum curriculum,
            CohortCheck cohorts,
            FileSpace space,
            Retention retention,
            Clock clock,
            OpenUploads open) {
        this.curriculum = curriculum;
        this.cohorts = cohorts;
        this.space = space;
        this.retention = retention;
        this.clock = clock;
        this.open = open;
    }

    /// @param length bytes to come
    /// @throws PortalException that names what is wrong
    UploadSession admit(Viewer admin, UploadRequest request, long length) {
        var session = session(newId(), admin, request, length);
        checkSpace(length);
        return session;
    }

    /// The same for bytes that have arrived.
    UploadSession session(String id, Viewer admin, UploadRequest request, long length) {
        checkSize(length);
        checkWords(admin, request);
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return new UploadSession(
                id,
                UUID.randomUUID().toString(),
                admin.userId(),
                request.day(),
                NewVideo.title(request.requireTitle()),
                request.durationOrNone(),
                length,
                now.plus(retention.uploadLife()),
                request.cohortOrNone());
    }

    void checkWords(Viewer admin, UploadRequest request) {
        int day = request.day();
        if (curriculum.day(admin, day, null).isEmpty()) {
            throw Days.notFound(day);
        }
        var cohort = request.cohortOrNone();
        if (cohort != null) {
            cohorts.requireOpen(cohort);
        }
        NewVideo.title(request.requireTitle());
        var duration = request.durationOrNone();
        if (duration != null) {
            NewVideo.duration(duration);
        }
        if (!Container.mayBe(request.declaredType())) {
            throw VideoInspector.announcedAs(request.declaredType());
        }
    }

    private void checkSize(long length) {
        if (length <= 0) {
            throw PortalException.badInput("file", "The file is empty.");
        }
        if (length > space.mostBytes()) {
            throw tooLarge();
        }
    }

    /// Space that other uploads were promised counts as taken.
    void checkSpace(long length) {
        if (space.left() - open.promised() < length) {
            throw Intake.full();
        }
    }

    long mostBytes() {
        return space.mostBytes();
    }

    PortalException tooLarge() {
        return new PortalException(
                ErrorCode.TOO_LARGE,
                "The file is larger than " + space.mostBytes() + " bytes, the largest this portal takes;"
                        + " export it with a lower bit rate or in two parts.");
    }

    static String newId() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
