package training.powerbi.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The site's scripts pass the gates that Java has: one format, types, unit tests. Each gate is seen to reject the
/// fixture that is made for it. Run one alone with `npm run check` in `api-server/site`.
class SiteGatesTest {
    @RegisterExtension
    static final SiteTools TOOLS = new SiteTools();

    private static final Pattern REJECTED = Pattern.compile("(?m)^\\S*types\\.js\\((\\d+),\\d+\\): error");

    @Test
    void everyScriptAndStyleIsFormatted() throws IOException {
        passes("check:format", "Format them: npm run format --prefix api-server/site");
    }

    @Test
    void everyScriptFitsItsTypes() throws IOException {
        passes("check:types", "The types stand in api-server/site/types and in the scripts' comments.");
    }

    @Test
    void theUnitTestsOfTheScriptsPass() throws IOException {
        passes("test", "Run them alone: npm test --prefix api-server/site");
    }

    @Test
    void aBadlyFormattedScriptIsRejected() throws IOException {
        var outcome = SiteTools.node(
                "node_modules/prettier/bin/prettier.cjs",
                "--config",
                ".prettierrc.json",
                "--ignore-path",
                "fixtures/none",
                "--check",
                "fixtures/format.js");

        assertThat(outcome.code()).as(outcome.output()).isEqualTo(1);
        assertThat(outcome.output()).contains("fixtures/format.js");
    }

    @Test
    void everyWrongTypeIsRejected() throws IOException {
        var outcome = SiteTools.npm("run", "check:types", "--", "--project", "fixtures");

        assertThat(outcome.code()).as(outcome.output()).isNotZero();
        assertThat(REJECTED.matcher(outcome.output()).results().map(error -> error.group(1)))
                .as(outcome.output())
                .containsExactly("9", "10", "11", "12", "13", "16");
    }

    @Test
    void aUnitTestThatFailsIsRejected() throws IOException {
        var outcome = SiteTools.npm("test", "--", "fixtures/failing.js");

        assertThat(outcome.code()).as(outcome.output()).isEqualTo(1);
        assertThat(outcome.output()).contains("this one fails");
    }

    private static void passes(String script, String advice) throws IOException {
        var outcome = SiteTools.npm("run", script);

        assertThat(outcome.code()).as("%s%n%s", outcome.output(), advice).isZero();
    }
}
