package training.powerbi.server.limit;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How much is taken for an honest day's use; more is refused for a while.
///
/// @param registrationsPerHour per network address, without a valid invite: a class sits behind one address
/// @param signInsPerHour per account and network address
/// @param playbackPerMinute reports of one person's player
/// @param openUploads unfinished uploads of one admin
@Validated
@ConfigurationProperties("portal.limits")
public record LimitProperties(
        @Positive @DefaultValue("100") int registrationsPerHour,
        @Positive @DefaultValue("30") int signInsPerHour,
        @Positive @DefaultValue("60") int playbackPerMinute,
        @Positive @DefaultValue("20") int openUploads) {}
