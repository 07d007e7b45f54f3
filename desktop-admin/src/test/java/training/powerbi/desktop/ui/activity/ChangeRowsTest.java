package training.powerbi.desktop.ui.activity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChangeRowsTest {
    private final ChangeRows rows = new ChangeRows();

    @Test
    void putsBeforeAndAfterSideBySideAndMarksWhatDiffers() {
        assertThat(rows.of("""
                {"before":{"title":"Old","description":"Same"},"after":{"title":"New","description":"Same"}}"""))
                .containsExactly(
                        new ChangeRow("title", "Old", "New", true),
                        new ChangeRow("description", "Same", "Same", false));
    }

    @Test
    void showsWhatOnlyOneSideHas() {
        assertThat(rows.of("{\"before\":{},\"after\":{\"platform\":\"YOUTUBE\"}}"))
                .containsExactly(new ChangeRow("platform", "", "YOUTUBE", true));
        assertThat(rows.of("{\"before\":{\"n\":1},\"after\":{}}")).containsExactly(new ChangeRow("n", "1", "", true));
    }

    @Test
    void namesTheSubjectFirst() {
        assertThat(rows.of("{\"subject\":\"u4\",\"before\":{},\"after\":{}}"))
                .containsExactly(new ChangeRow("subject", "", "u4", false));
    }

    @Test
    void looksIntoNestedValues() {
        assertThat(rows.of("{\"before\":{\"a\":{\"b\":1}},\"after\":{\"a\":{\"b\":2}}}"))
                .containsExactly(new ChangeRow("a.b", "1", "2", true));
    }

    @Test
    void showsNullAsNothing() {
        assertThat(rows.of("{\"before\":{\"at\":null},\"after\":{\"at\":\"now\"}}"))
                .containsExactly(new ChangeRow("at", "", "now", true));
    }

    @Test
    void showsTextThatIsNoJsonAsItIs() {
        assertThat(rows.of("not json")).containsExactly(new ChangeRow("", "", "not json", false));
        assertThat(rows.of("[1]")).containsExactly(new ChangeRow("", "", "[1]", false));
    }
}
