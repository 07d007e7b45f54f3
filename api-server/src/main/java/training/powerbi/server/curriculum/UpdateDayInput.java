package training.powerbi.server.curriculum;

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
        return new DayTexts(
                title.isOmitted() ? texts.title() : TextRule.title().check(title.value()),
                description.isOmitted() ? texts.description() : DESCRIPTION.check(description.value()),
                presentationUrl.isOmitted()
                        ? texts.presentationUrl()
                        : MaterialAddress.edited("presentationUrl", presentationUrl.value(), texts.presentationUrl()),
                resourcesUrl.isOmitted()
                        ? texts.resourcesUrl()
                        : MaterialAddress.check("resourcesUrl", resourcesUrl.value()));
    }
}
