package training.powerbi.site;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/// Asks axe-core what stands between a page and people with disabilities.
public final class Accessibility {
    private static final String SCRIPT = read();
    private static final String ASK = """
            async () => {
              const result = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
              return result.violations.map(violation => `${violation.id}: ${violation.help}: `
                + violation.nodes.map(node => node.target.join(' ') + ' ' + node.any.map(check => check.message).join('; ')).join(' | '));
            }
            """;

    private static final String PALE = """
            async () => {
              const result = await axe.run(document, { runOnly: { type: 'rule', values: ['color-contrast'] } });
              return result.violations.flatMap(violation => violation.nodes)
                .map(node => node.target.join(' ') + ' ' + node.any.map(check => check.message).join('; '));
            }
            """;

    private Accessibility() {}

    /// One line for each rule that the page breaks now.
    public static List<String> violations(Page page) {
        return answer(page, ASK);
    }

    /// One line for each text that is hard to tell from its ground, and nothing else: quick enough for many states.
    static List<String> pale(Page page) {
        return answer(page, PALE);
    }

    private static List<String> answer(Page page, String question) {
        if (!Boolean.TRUE.equals(page.evaluate("() => 'axe' in window"))) {
            page.evaluate(SCRIPT);
        }
        if (page.evaluate(question) instanceof List<?> lines) {
            return lines.stream().map(String::valueOf).toList();
        }
        throw new AssertionError("axe-core did not answer with a list");
    }

    private static String read() {
        try {
            return new ClassPathResource("axe.min.js").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
