package training.powerbi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import training.powerbi.client.testing.PortalProcess;
import training.powerbi.client.testing.Students;

/// The commands against the real server. Each test has days of its own.
class CommandLineIT {
    @TempDir
    private static Path folder;

    private static PortalProcess portal;
    private static Cli cli;

    @BeforeAll
    static void start() {
        portal = PortalProcess.over(folder);
        cli = Cli.in(folder.resolve("trainer"), portal.address().toString());
        var signedIn = cli.fed(
                PortalProcess.ADMIN_PASSWORD + "\n", "login", "-e", PortalProcess.ADMIN_EMAIL, "--password-stdin");
        assertThat(signedIn.exit()).as(signedIn.err()).isZero();
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void theSessionLiesWhereOnlyItsOwnerReadsIt() throws Exception {
        assertThat(cli.run("whoami").out()).contains(PortalProcess.ADMIN_EMAIL).contains(portal.address() + "");
        try (var kept = Files.list(folder.resolve("trainer"))) {
            assertThat(kept.filter(file -> file.toString().endsWith(".json")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void daysAreListedForPeopleAndPrograms() {
        var people = cli.run("days");
        assertThat(people.exit()).isZero();
        assertThat(people.lines()).hasSize(13);
        assertThat(people.lines().getFirst()).startsWith("DAY  IS");
        assertThat(cli.run("list").lines()).hasSize(13);

        var programs = cli.run("days", "--json").json();
        assertThat(programs).hasSize(12);
        assertThat(programs.path(0).propertyNames())
                .containsExactly(
                        "dayNumber",
                        "title",
                        "isUnlocked",
                        "unlockedAt",
                        "scheduledAt",
                        "recordings",
                        "started",
                        "completed",
                        "opensAt",
                        "cohortId");
    }

    @Test
    void daysOpenAndLock() {
        assertThat(cli.run("unlock", "1-2").lines())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("Day 1 is open: "),
                        second -> assertThat(second).startsWith("Day 2 is open: "));
        assertThat(cli.run("unlock", "1", "--json")
                        .json()
                        .path(0)
                        .path("isUnlocked")
                        .asBoolean())
                .isTrue();
        assertThat(cli.run("lock", "2", "1").lines()).allMatch(line -> line.contains("is locked: "));
    }

    @Test
    void anUnknownDayAmongOthersChangesNothing() {
        var refused = cli.run("unlock", "3", "99");

        assertThat(refused.exit()).isEqualTo(4);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("no day 99").contains("1 to 12");
        assertThat(cli.run("days", "--json").json().path(2).path("isUnlocked").asBoolean())
                .isFalse();
    }

    @Test
    void aRecordingIsAddedRemovedAndRestored() {
        var added = cli.run(
                "recordings", "add", "4", "Žluťoučký kůň 日本語", "https://youtu.be/dQw4w9WgXcQ", "2h 30min", "--json");
        assertThat(added.exit()).as(added.err()).isZero();
        assertThat(added.json().path("durationSeconds").asInt()).isEqualTo(9_000);
        var id = added.json().path("recordingId").asString();

        assertThat(cli.run("recordings", "list", "4").out()).contains("Žluťoučký kůň 日本語", "2 h 30 min");
        assertThat(cli.run("remove", id.substring(0, 8)).out()).contains("is removed");
        assertThat(cli.run("recordings", "list", "4").lines()).hasSize(1);
        assertThat(cli.run("recordings", "list", "--removed").out()).contains(id.substring(0, 8));
        assertThat(cli.run("recordings", "restore", id).out()).contains("is back");
    }

    @Test
    void aFilmElsewhereIsUploadedAsTheOwnersScriptDid() {
        var added = cli.run("upload", "5", "https://vimeo.com/76979871", "--title", "Session 5", "-d", "1:00:00");
        assertThat(added.exit()).as(added.err()).isZero();
        assertThat(cli.run("recordings", "list", "5").out()).contains("VIMEO", "Session 5");
        assertThat(cli.run("upload", "5", "https://vimeo.com/76979871").exit()).isEqualTo(2);
    }

    @Test
    void whatIsMissingIsNotFound() {
        assertThat(cli.run("remove", "ffffffff").exit()).isEqualTo(4);
        assertThat(cli.run("remove", "ff").exit()).isEqualTo(2);
        assertThat(cli.run("recordings", "list", "77").exit()).isEqualTo(4);
        var refused = cli.run("recordings", "add", "77", "T", "https://youtu.be/dQw4w9WgXcQ", "1h", "--json");
        assertThat(refused.exit()).isEqualTo(4);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("\"code\":\"DAY_NOT_FOUND\"").contains("\"exitCode\":4");
    }

    @Test
    void badInputIsSaidInThePortalsWords() {
        var refused = cli.run("recordings", "add", "4", "T", "https://youtu.be/dQw4w9WgXcQ", "soon");
        assertThat(refused.exit()).isEqualTo(5);
        assertThat(refused.err()).startsWith("portal: ").contains("duration");
    }

    @Test
    void peopleAreInvitedAndTheCourseToldInNumbers() {
        var invite = cli.run("invites", "create", "--uses", "3", "--expires", "2w", "--json")
                .json();
        assertThat(invite.path("link").asString())
                .contains("/#/register?code=" + invite.path("code").asString());
        assertThat(cli.run("invites", "revoke", invite.path("code").asString()).exit())
                .isZero();
        assertThat(cli.run("invites", "revoke", invite.path("code").asString()).exit())
                .isEqualTo(4);

        assertThat(cli.run("stats").out()).contains("of 12 open");
        assertThat(cli.run("stats", "--json").json().path("totalDays").asInt()).isEqualTo(12);
    }

    @Test
    void theAuditIsReadPageByPage() {
        cli.run("unlock", "6");
        cli.run("lock", "6");
        var first = cli.run("audit", "--day", "6", "--limit", "1", "--json").json();
        assertThat(first.path("entries").path(0).path("actionType").asString()).isEqualTo("lock_day");
        var rest = cli.run("audit", "--day", "6", "--after", first.path("next").asString(), "--json")
                .json();
        assertThat(rest.path("entries").path(0).path("actionType").asString()).isEqualTo("unlock_day");
        assertThat(rest.path("next").isNull()).isTrue();
        assertThat(cli.run("audit", "--action", "unlock_day", "--from", "1h").out())
                .contains("unlock_day")
                .doesNotContain("lock_day ".repeat(2));
        assertThat(cli.run("audit", "--from", "yesterday").exit()).isEqualTo(2);
    }

    @Test
    void progressIsExported() throws Exception {
        var student = Students.register(portal.address(), "asha@example.com");
        cli.run("unlock", "7");
        Students.viewPresentation(portal.address(), student.token(), 7);
        var file = folder.resolve("progress.csv");

        var done = cli.run("export", "--day", "7", "-o", file.toString());

        assertThat(done.exit()).as(done.err()).isZero();
        assertThat(Files.readAllLines(file))
                .hasSize(2)
                .first()
                .isEqualTo(
                        "email,displayName,userId,dayNumber,completionPercentage,viewedPresentation,viewedRecording,lastAccessed");
        assertThat(Files.readString(file)).contains("asha@example.com").contains(student.userId());
        assertThat(cli.run("export", "--json").json().path(0).path("dayNumber").asInt())
                .isEqualTo(7);
        assertThat(cli.run("export", "-o", folder.resolve("no/where.csv").toString())
                        .exit())
                .isEqualTo(1);
    }

    @Test
    void aLearnerGetsTheirDataAndIsErasedOnceTheirAddressIsTypedAgain() throws Exception {
        var student = Students.register(portal.address(), "dora@example.com");
        var file = folder.resolve("dora.json");
        var table = folder.resolve("dora.csv");
        var given = cli.run("learners", "data", "dora@example.com", "--out", file.toString());
        assertThat(given.exit()).as(given.err()).isZero();
        assertThat(Files.readString(file)).startsWith("{").contains("dora@example.com");
        assertThat(cli.run("learners", "data", student.userId(), "--out", table.toString())
                        .exit())
                .isZero();
        assertThat(Files.readString(table)).contains("dora@example.com").doesNotStartWith("{");

        var preview = cli.run("learners", "erase", "dora@example.com", "--preview", "--json");
        assertThat(preview.json().path("userId").asString()).isEqualTo(student.userId());
        assertThat(preview.json().path("obstacle").isNull()).isTrue();
        var unasked = cli.run("learners", "erase", "dora@example.com");
        assertThat(unasked.exit()).isEqualTo(2);
        assertThat(unasked.err()).contains("--confirm");
        assertThat(cli.run("learners", "erase", "dora@example.com", "--confirm", "ben@example.com")
                        .exit())
                .isEqualTo(5);
        assertThat(Students.isAccepted(portal.address(), student.token())).isTrue();

        var erased = cli.typed(List.of("dora@example.com"), "learners", "erase", student.userId());
        assertThat(erased.exit()).as(erased.err()).isZero();
        assertThat(erased.err()).contains("goes, for good");
        assertThat(erased.out()).contains("dora@example.com is erased");
        assertThat(Students.isAccepted(portal.address(), student.token())).isFalse();
        assertThat(cli.run("learners", "erase", student.userId()).exit()).isEqualTo(4);
        assertThat(cli.run("learners", "erase", PortalProcess.ADMIN_EMAIL, "--confirm", PortalProcess.ADMIN_EMAIL)
                        .exit())
                .isEqualTo(5);
    }

    @Test
    void aSecondRunIsCopiedFilledOpenedByTheClockAndPutAway() {
        var dates = List.of("--start", "2031-03-03", "--time", "18:30", "--skip", "2031-03-05,2031-03-06");
        var preview = cohorts(dates, "copy", "main", "Autumn", "--preview", "--json");
        assertThat(preview.json().path("cohort").isNull()).as(preview.err()).isTrue();
        assertThat(cli.run("cohorts", "list").out()).doesNotContain("Autumn");
        var copied = cohorts(dates, "copy", "main", "Autumn", "--weekdays", "mon,tue,wed,thu,fri", "--json");
        var autumn = copied.json().at("/cohort/cohortId").asString();
        assertThat(copied.json().path("days"))
                .isEqualTo(preview.json().path("days"))
                .hasSize(12);
        assertThat(copied.json().at("/days/2/scheduledAt").asString()).startsWith("2031-03-07");
        assertThat(cli.run("cohorts", "rename", autumn, "Evening").out()).contains("called Evening");
        assertThat(cli.run("cohorts", "list").lines()).anyMatch(line -> line.startsWith("Evening"));

        var student = Students.register(portal.address(), "evi@example.com");
        assertThat(cli.run("cohorts", "move", "evening", "evi@example.com", "--json")
                        .json()
                        .at("/0/cohortId")
                        .asString())
                .isEqualTo(autumn);
        assertThat(cli.run("unlock", "9", "--cohort", "Evening").out()).contains("Day 9 is open");
        assertThat(cli.run("why", "evi@example.com", "9").out()).startsWith("Open. ");
        assertThat(day(9, "main").path("isUnlocked").asBoolean()).isFalse();
        assertThat(cli.run("open-at", "10", "2031-03-20T20:30:00Z", "--cohort", autumn)
                        .out())
                .contains("locked and opens ");
        assertThat(day(10, "Evening").path("opensAt").asString()).isEqualTo("2031-03-20T20:30:00Z");
        assertThat(cli.run("days", "--cohort", "Evening").out()).contains("opens 2031-03-2");
        assertThat(cli.run("open-at", "10", "never", "--cohort", autumn).out()).contains("is locked: ");
        assertThat(cli.run("open-at", "10", "2001-01-01T00:00:00Z").exit()).isEqualTo(5);
        assertThat(cli.run("invites", "create", "--cohort", "Evening").exit()).isZero();
        var only = "recordings add 9 Evening-only https://youtu.be/dQw4w9WgXcQ 1h --cohort Evening";
        assertThat(cli.run(only.split(" ")).exit()).isZero();
        assertThat(cli.run("recordings", "list", "9", "--cohort", "Evening").out())
                .contains("Evening-only");
        assertThat(cli.run("recordings", "list", "9").out()).doesNotContain("Evening-only");

        assertThat(cli.run("days", "--cohort", "Winter").exit()).isEqualTo(4);
        assertThat(cli.run("cohorts", "move", "Winter", student.userId()).exit())
                .isEqualTo(4);
        assertThat(cli.run("cohorts", "create", "Odd", "--zone", "Mars/Olympus").exit())
                .isEqualTo(5);
        assertThat(cli.run("cohorts", "archive", "Evening").exit()).isZero();
        assertThat(cli.run("lock", "9", "--cohort", autumn).exit()).isEqualTo(5);
        assertThat(cli.run("cohorts", "list").out()).doesNotContain("Evening");
        assertThat(cli.run("cohorts", "list", "--archived").out()).contains("Evening");
    }

    private static Cli.Outcome cohorts(List<String> more, String... words) {
        return cli.run(Stream.of(Stream.of("cohorts"), Stream.of(words), more.stream())
                .flatMap(all -> all)
                .toArray(String[]::new));
    }

    private static JsonNode day(int number, String cohort) {
        return cli.run("days", "--cohort", cohort, "--json").json().path(number - 1);
    }

    @Test
    void anExceptionIsMadeExplainedAndTakenBackStepByStep() {
        Students.register(portal.address(), "finn@example.com");
        var granted = cli.run("grant", "finn@example.com", "11", "--reason", "was ill", "--until", "2h", "--json");
        assertThat(granted.exit()).as(granted.err()).isZero();
        var id = granted.json().path("overrideId").asString();
        assertThat(cli.run("exceptions", "--day", "11").out()).contains("granted", "finn@example.com", "was ill");
        var why = cli.run("why", "finn@example.com", "11");
        assertThat(why.out()).startsWith("Open. ").contains("was ill", "By the clock that changes ");
        assertThat(cli.run("why", "finn@example.com", "11", "--at", "3h", "--json")
                        .json()
                        .path("decidedBy")
                        .asString())
                .isEqualTo("LOCKED");
        assertThat(cli.run("revoke", id.substring(0, 8)).out()).contains("is revoked");
        assertThat(cli.run("revoke", id).exit()).isEqualTo(4);
        assertThat(cli.run("hold-back", "finn@example.com", "11", "--reason", "not yet")
                        .out())
                .contains("held back");
        assertThat(cli.run("exceptions", "--student", "finn@example.com", "--json")
                        .json())
                .hasSize(1);
        assertThat(cli.run("grant", PortalProcess.ADMIN_EMAIL, "11", "-r", "none needed")
                        .exit())
                .isEqualTo(5);

        cli.run("unlock", "11");
        var history = cli.run("history", "11", "--json").json().path("entries");
        assertThat(history.path(0).path("actionType").asString()).isEqualTo("unlock_day");
        var unlocked = history.path(0).path("actionId").asString();
        assertThat(cli.run("history", "11").out()).contains("hold_back", "grant_access", unlocked.substring(0, 8));
        assertThat(cli.run("undo", unlocked.substring(0, 8)).out()).contains("taken back");
        assertThat(day(11, "main").path("isUnlocked").asBoolean()).isFalse();
        assertThat(cli.run("undo", unlocked).exit()).isEqualTo(5);
        assertThat(cli.run("undo", "ffffffff").exit()).isEqualTo(4);
    }

    @Test
    void aWrongPasswordAndASessionThatHasEndedAreToldApartByCode() {
        var stranger = Cli.in(folder.resolve("stranger"), portal.address().toString());
        var wrong = stranger.fed("not the password\n", "login", "-e", PortalProcess.ADMIN_EMAIL, "--password-stdin");
        assertThat(wrong.exit()).isEqualTo(3);
        assertThat(wrong.err()).contains("password");
        var nobody = stranger.run("days");
        assertThat(nobody.exit()).isEqualTo(3);
        assertThat(nobody.err()).contains("portal login " + portal.address());
    }

    @Test
    void aStudentIsNotLetIn() {
        Students.register(portal.address(), "ben@example.com");
        var student = Cli.in(folder.resolve("student"), portal.address().toString());
        var refused = student.fed(Students.PASSWORD + "\n", "login", "-e", "ben@example.com", "--password-stdin");
        assertThat(refused.exit()).isEqualTo(5);
        assertThat(refused.err()).contains("student");
        assertThat(student.run("whoami").exit()).isEqualTo(3);
    }

    /// Made a student's after the sign-in: the token of the account still holds.
    @Test
    void whoIsNoTrainerAnyMoreChangesNothing() throws Exception {
        var other = Students.register(portal.address(), "cara@example.com");
        var admin = cli.token();
        role(admin, other.userId(), "ADMIN");
        var cara = Cli.in(folder.resolve("cara"), portal.address().toString());
        assertThat(cara.fed(Students.PASSWORD + "\n", "login", "-e", "cara@example.com", "--password-stdin")
                        .exit())
                .isZero();
        role(admin, other.userId(), "STUDENT");

        for (var command : List.of(
                "unlock 8", "unlock-all", "lock 8", "audit", "export", "invites create", "cohorts list", "history 8")) {
            var refused = cara.run(command.split(" "));
            assertThat(refused.exit()).as(command + refused.err()).isIn(3, 5);
            assertThat(refused.out()).isEmpty();
        }
        assertThat(cli.run("days", "--json").json().path(7).path("isUnlocked").asBoolean())
                .isFalse();
    }

    private static void role(String admin, String userId, String role) {
        Students.graphQl(
                portal.address(),
                admin,
                "mutation { setUserRole(userId: \"" + userId + "\", role: " + role + ") { userId } }");
    }

    @Test
    void signingOutEndsTheSessionAtThePortalToo() throws Exception {
        var leaving = Cli.in(folder.resolve("leaving"), portal.address().toString());
        leaving.typed(List.of(PortalProcess.ADMIN_EMAIL, PortalProcess.ADMIN_PASSWORD), "login");
        var token = leaving.token();
        assertThat(Students.isAccepted(portal.address(), token)).isTrue();

        assertThat(leaving.run("logout").exit()).isZero();

        assertThat(Students.isAccepted(portal.address(), token)).isFalse();
        assertThat(leaving.run("days").exit()).isEqualTo(3);
        assertThat(leaving.run("logout").out()).contains("Nobody was signed in");
    }
}
