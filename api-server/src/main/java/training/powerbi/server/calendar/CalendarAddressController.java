package training.powerbi.server.calendar;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import training.powerbi.server.account.Viewer;

@Controller
class CalendarAddressController {
    private final CalendarFeeds feeds;

    CalendarAddressController(CalendarFeeds feeds) {
        this.feeds = feeds;
    }

    @QueryMapping
    String calendarAddress(Viewer viewer, @Argument @Nullable String cohortId) {
        return feeds.address(viewer, cohortId);
    }

    @MutationMapping
    String renewCalendarAddress(Viewer viewer, @Argument @Nullable String cohortId) {
        return feeds.renew(viewer, cohortId);
    }
}
