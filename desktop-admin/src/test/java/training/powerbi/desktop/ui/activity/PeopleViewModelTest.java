package training.powerbi.desktop.ui.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import training.powerbi.client.PersonAccount;
import training.powerbi.client.site.SiteAddress;
import training.powerbi.desktop.testing.Desk;
import training.powerbi.desktop.testing.Samples;
import training.powerbi.desktop.ui.activity.InviteViewModel.Validity;
import training.powerbi.model.Role;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

class PeopleViewModelTest {
    private final Desk desk = Desk.atOnce();
    private final PeopleViewModel model =
            new PeopleViewModel(desk.course, "u1", new SiteAddress("https://course.example.org"), person -> {});

    @BeforeEach
    void fillTheClass() {
        desk.portal.people = Samples.people(60);
        model.refresh();
        desk.portal.asked.clear();
    }

    private PersonAccount person(String id) {
        return model.people().items().stream()
                .filter(each -> each.userId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void asksOnceForAFilterThatIsTypedQuickly() {
        model.filter().set("stu");
        model.filter().set("student3@");
        desk.tasks.advance(Duration.ofSeconds(1));

        assertThat(desk.portal.asked).containsExactly("users student3@ null");
        assertThat(model.people().items()).extracting(PersonAccount::userId).containsExactly("u3");
    }

    @Test
    void makesSomebodyATrainerOnlyAfterAsking() {
        desk.dialogs.consent = false;
        model.setRole(person("u3"), Role.ADMIN);
        assertThat(person("u3").role()).isEqualTo(Role.STUDENT);

        desk.dialogs.consent = true;
        model.setRole(person("u3"), Role.ADMIN);
        assertThat(person("u3").role()).isEqualTo(Role.ADMIN);
        assertThat(desk.dialogs.questions.getLast()).startsWith("Make Student Number 3 a trainer? Student Number 3");
    }

    @Test
    void asksNothingWhenTheRoleIsTheSame() {
        model.setRole(person("u3"), Role.STUDENT);

        assertThat(desk.dialogs.questions).isEmpty();
    }

    @Test
    void disablesAnAccountAndCanTakeThatBack() {
        model.setActive(person("u3"), false);
        assertThat(person("u3").isActive()).isFalse();

        desk.undo();
        assertThat(person("u3").isActive()).isTrue();
    }

    @Test
    void makesALinkForAForgottenPasswordOnlyAfterAsking() {
        desk.dialogs.consent = false;
        model.resetPassword(person("u3"));
        assertThat(desk.portal.asked).isEmpty();

        desk.dialogs.consent = true;
        model.resetPassword(person("u3"));
        assertThat(desk.portal.asked).containsExactly("createPasswordReset u3");
        assertThat(model.reset().open().get()).isTrue();
        assertThat(model.reset().title().get()).contains("Student Number 3");
        assertThat(model.reset().link().get())
                .isEqualTo("https://course.example.org/#/reset?email=student3%40example.org&code=7Q2M-KX4P-0ABC-9ZYX");

        model.reset().close();
        assertThat(model.reset().link().get()).isEmpty();
    }

    @Test
    void erasesSomebodyOnlyWhenTheirAddressIsTyped() {
        var erase = model.erase();
        erase.ask(person("u3"), "Student Number 3");
        assertThat(erase.open().get()).isTrue();
        assertThat(erase.title().get()).contains("Student Number 3");
        assertThat(erase.lines().get()).contains("2 sessions", "one day", "3 entries", "2026", "/srv/backups");
        erase.typed().set("student4@example.org");
        assertThat(erase.ready().get()).isFalse();
        erase.erase();
        assertThat(desk.portal.asked).containsExactly("erasurePreview u3");

        erase.typed().set(" Student3@example.org ");
        assertThat(erase.ready().get()).isTrue();
        erase.erase();
        assertThat(desk.portal.asked).contains("eraseUser u3 Student3@example.org");
        assertThat(erase.open().get()).isFalse();
        assertThat(model.people().items()).extracting(PersonAccount::userId).doesNotContain("u3");
    }

    @Test
    void saysWhySomebodyCannotBeErased() {
        desk.portal.obstacle = "This person is a trainer.";
        model.erase().ask(person("u3"), "Student Number 3");
        model.erase().typed().set("student3@example.org");

        assertThat(model.erase().lines().get()).isEqualTo("This person is a trainer.");
        assertThat(model.erase().ready().get()).isFalse();
    }

    @Test
    void aRefusedLinkIsTold() {
        desk.dialogs.consent = true;
        desk.portal.refuse(PortalException.badInput("userId", "They sign in with Microsoft."));
        model.resetPassword(person("u3"));

        assertThat(model.reset().open().get()).isFalse();
        assertThat(model.pending()).isEmpty();
        assertThat(desk.screen.notices().shown().getLast().problem()).isTrue();
    }

    @Test
    void aLinkLeadsWhereThePortalSaysUnlessOnlyThePortalItselfGetsThere() {
        var portal = URI.create("https://portal.example.org");
        assertThat(SiteAddress.of("https://example.org/course", portal).base()).isEqualTo("https://example.org/course");
        assertThat(SiteAddress.of("http://localhost:8080", portal).base()).isEqualTo("https://portal.example.org");
        assertThat(SiteAddress.of(null, portal).base()).isEqualTo("https://portal.example.org");
        var local = URI.create("http://127.0.0.1:8080");
        assertThat(SiteAddress.of("http://127.0.0.1:8080", local).base()).isEqualTo("http://127.0.0.1:8080");
    }

    @Test
    void leavesPeopleAsTheyAreWhenThePortalRefuses() {
        desk.portal.refuse(new PortalException(ErrorCode.ACCESS_DENIED, "No."));
        model.setActive(person("u3"), false);

        assertThat(person("u3").isActive()).isTrue();
        assertThat(model.pending()).isEmpty();
        assertThat(desk.screen.notices().shown().getLast().problem()).isTrue();
    }

    @Test
    void knowsTheTrainerAtThisProgram() {
        assertThat(model.isSelf(person("u1"))).isTrue();
        assertThat(model.isSelf(person("u2"))).isFalse();
    }

    @Test
    void callsPeopleByTheirMailWhenTheyHaveNoName() {
        assertThat(model.name(person("u4"))).isEqualTo("student4@example.org");
    }

    @Test
    void makesAnInvitationThatHoldsAsLongAsChosenAndCopiesItsCode() {
        var invite = model.invite();
        invite.open().set(true);
        invite.uses().set(30);
        invite.validity().set(Validity.WEEK);
        invite.create();
        assertThat(desk.portal.asked).containsExactly("createInvite 30 2026-12-01T12:00:00Z");
        assertThat(invite.code().get()).isEqualTo("WELCOME-7Q2M-KX4P");

        invite.copy();
        assertThat(desk.dialogs.copied).containsExactly("WELCOME-7Q2M-KX4P");
        invite.close();
        assertThat(invite.code().get()).isEmpty();
        assertThat(invite.open().get()).isFalse();
    }

    @Test
    void makesAnInvitationForEver() {
        model.invite().validity().set(Validity.FOREVER);
        model.invite().create();

        assertThat(desk.portal.asked).containsExactly("createInvite 1 null");
    }

    @Test
    void putsThePortalsComplaintBesideTheInvitationsFields() {
        desk.portal.refuse(PortalException.badInput("maxUses", "Use 1 to 500."));
        model.invite().create();

        assertThat(model.invite().error().get()).isEqualTo("Use 1 to 500.");
        assertThat(model.invite().code().get()).isEmpty();
    }

    @Test
    void theSwitchNarrowsPeopleAndStudentsAreMoved() {
        desk.portal.people = Samples.people(3);
        desk.portal.add(Samples.cohort("c2", "Spring 2027"));
        desk.state.hear(desk.portal.course("main"));
        model.refresh();
        assertThat(model.people().items()).extracting(PersonAccount::userId).containsExactly("u0", "u2");
        model.everyone().set(true);
        assertThat(model.people().items()).hasSize(3);

        model.move(List.copyOf(model.people().items()), model.cohorts().get(1));
        assertThat(desk.portal.asked).contains("moveStudents [u0, u2] c2");
        assertThat(model.cohort(model.people().items().getFirst())).isEqualTo("Spring 2027");
        model.everyone().set(false);
        assertThat(model.people().items()).isEmpty();
        model.move(List.of(desk.portal.people.get(1)), model.cohorts().get(1));
        assertThat(desk.lastNotice()).startsWith("Nobody to move");
    }

    @Test
    void anInvitationIsForTheRunThatIsShownUnlessAnotherIsChosen() {
        desk.portal.add(Samples.cohort("c2", "Spring 2027"));
        desk.state.hear(desk.portal.course("main"));
        var invite = model.invite();
        invite.open().set(true);
        invite.create();
        assertThat(desk.portal.asked.getLast()).startsWith("createInvite").doesNotContain(" in ");
        invite.cohort().set(invite.cohorts().get(1));
        invite.create();
        assertThat(desk.portal.asked.getLast()).endsWith(" in c2");
    }
}
