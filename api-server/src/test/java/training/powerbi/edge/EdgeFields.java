package training.powerbi.edge;

import graphql.GraphQLContext;
import java.security.Principal;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.live.Broadcast;

/// Fields of the schema that succeed or fail as the test asks.
@Controller
class EdgeFields {
    private final EdgeService service;
    private final Broadcast<Integer> changes;

    EdgeFields(EdgeService service, Broadcast<Integer> changes) {
        this.service = service;
        this.changes = changes;
    }

    @QueryMapping
    List<Map<String, Object>> courseOutline() {
        return List.of(Map.of("dayNumber", 1, "title", "Start", "description", "", "isUnlocked", true));
    }

    @QueryMapping
    Map<String, Object> me(@AuthenticationPrincipal Principal caller) {
        return Map.of(
                "userId",
                caller.getName(),
                "email",
                Thread.currentThread().isVirtual() ? "virtual" : "platform",
                "role",
                "STUDENT",
                "createdAt",
                Instant.parse("2026-03-01T18:30:00.123456Z"),
                "isActive",
                true);
    }

    @QueryMapping
    @Nullable
    Map<String, Object> trainingDay(@Argument int dayNumber) {
        return switch (dayNumber) {
            case 400 -> throw PortalException.badInput("dayNumber", "There are 12 days.");
            case 403 -> throw new PortalException(ErrorCode.DAY_LOCKED, "Day 5 is still locked.");
            case 404 -> throw new PortalException(ErrorCode.DAY_NOT_FOUND, "There is no such day.");
            case 429 -> throw PortalException.tooManyRequests("Slower, please.", 7);
            case 500 -> throw new IllegalStateException("secret detail of a defect");
            case 503 -> throw new PortalException(ErrorCode.STORAGE_UNAVAILABLE, "The store is away.");
            default -> null;
        };
    }

    @QueryMapping
    Map<String, Object> adminActions(@Argument @Nullable Instant from) {
        service.forAdmins();
        return Map.of(
                "edges",
                List.of(),
                "pageInfo",
                Map.of("hasNextPage", false),
                "totalCount",
                from == null ? 0 : from.get(ChronoField.NANO_OF_SECOND));
    }

    @MutationMapping
    boolean revokeInvite(@Argument String code, GraphQLContext context) {
        service.forUsers();
        return code.equals(context.get("idempotencyKey"));
    }

    @SubscriptionMapping
    Flux<Map<String, Object>> dayChanged(@AuthenticationPrincipal Principal caller) {
        service.forUsers();
        return changes.stream().map(number -> event(number, caller));
    }

    @SubscriptionMapping
    Flux<Map<String, Object>> progressUpdated() {
        service.forAdmins();
        return Flux.never();
    }

    private static Map<String, Object> event(int number, Principal caller) {
        if (number < 0) {
            throw new PortalException(ErrorCode.CONFLICTING_UPDATE, "Start over.");
        }
        var day = Map.<String, Object>of("dayNumber", number, "title", caller.getName());
        return Map.of("kind", "UNLOCKED", "day", day, "revision", 5_000_000_000L + number);
    }
}
