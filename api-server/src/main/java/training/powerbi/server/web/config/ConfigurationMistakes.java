package training.powerbi.server.web.config;

import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import training.powerbi.model.error.PortalException;

/// A start that fails on a setting ends with one sentence that names the variable and never shows its value:
/// it may be a secret. Any module refuses to start by throwing a [PortalException].
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ConfigurationMistakes implements FailureAnalyzer {
    private final BindMistakes bindMistakes = new BindMistakes();

    @Override
    public @org.jspecify.annotations.Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortalException mistake) {
                return new FailureAnalysis(mistake.sentence(), null, failure);
            }
        }
        return bindMistakes.analyze(failure);
    }

    private static final class BindMistakes extends AbstractFailureAnalyzer<BindException> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, BindException mistake) {
            return new FailureAnalysis(sentence(mistake), null, rootFailure);
        }

        private static String sentence(BindException mistake) {
            for (Throwable cause = mistake; cause != null; cause = cause.getCause()) {
                if (cause instanceof BindValidationException invalid) {
                    return invalid.getValidationErrors().getAllErrors().stream()
                            .map(error -> setting(name(mistake, error)) + " " + error.getDefaultMessage() + ".")
                            .collect(Collectors.joining(" "));
                }
            }
            String reason = NestedExceptionUtils.getMostSpecificCause(mistake) instanceof NumberFormatException
                    ? " must be a number."
                    : " has a value the portal cannot use; see the table of settings in the README.";
            return setting(mistake.getName().toString()) + reason;
        }

        private static String name(BindException mistake, ObjectError error) {
            return error instanceof FieldError field
                    ? mistake.getName() + "." + kebab(field.getField())
                    : mistake.getName().toString();
        }

        private static String kebab(String field) {
            return field.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
        }

        private static String setting(String property) {
            return EnvironmentVariable.namesOf(property).orElse(property);
        }
    }
}
