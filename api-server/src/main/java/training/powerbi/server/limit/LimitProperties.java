package training.powerbi.server.limit;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What an operator may set of [Limits].
@Validated
@ConfigurationProperties("portal.limits")
record LimitProperties(
        @Positive @DefaultValue("100") int registrationsPerHour,
        @Positive @DefaultValue("30") int signInsPerHour,
        @Positive @DefaultValue("60") int playbackPerMinute,
        @Positive @DefaultValue("20") int openUploads,
        @Positive @DefaultValue("1000") int socketsSigningIn,
        @Positive @DefaultValue("200") int socketsSigningInPerAddress,
        @DurationMin(millis = 1) @DefaultValue("30s") Duration headTime,
        @DurationMin(millis = 1) @DefaultValue("30s") Duration bodyTime) {

    Limits limits() {
        return new Limits(
                registrationsPerHour,
                signInsPerHour,
                playbackPerMinute,
                openUploads,
                socketsSigningIn,
                socketsSigningInPerAddress,
                headTime,
                bodyTime);
    }
}
