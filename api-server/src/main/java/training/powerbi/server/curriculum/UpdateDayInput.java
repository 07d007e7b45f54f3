package training.powerbi.server.curriculum;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.ArgumentValue;

/// An edit of a day; what is omitted stays as it is.
record UpdateDayInput(
        ArgumentValue<String> title,
        ArgumentValue<String> description,
        ArgumentValue<String> presentationUrl,
        ArgumentValue<String> resourcesUrl,
        @Nullable Integer expectedEditVersion) {

    private static final TextRule DESCRIPTION = new TextRule("description", 5_000, false, true);

    /// @throws training.powerbi.model.error.PortalException BAD_USER_INPUT naming the field
    DayTexts applyTo(DayTexts texts) {
        var slides = presentationUrl.isOmitted()
                ? texts.presentationUrl()
                : MaterialAddress.edited("presentationUrl", presentationUrl.value(), texts.presentationUrl());
        return new DayTexts(
                title.isOmitted() ? texts.title() : TextRule.title().check(title.value()),
                description.isOmitted() ? texts.description() : DESCRIPTION.check(description.value()),
                slides,
                Objects.equals(slides, texts.presentationUrl()) ? texts.presentationName() : null,
                resourcesUrl.isOmitted()
                        ? texts.resourcesUrl()
                        : MaterialAddress.check("resourcesUrl", resourcesUrl.value()));
    }
}
