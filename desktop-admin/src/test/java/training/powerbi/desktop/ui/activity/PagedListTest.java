package training.powerbi.desktop.ui.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import training.powerbi.desktop.testing.Desk;
import training.powerbi.desktop.ui.kit.Phase;
import training.powerbi.model.Connection;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

class PagedListTest {
    private final Desk desk = Desk.byHand();
    private final PagedList<Integer> list = new PagedList<>(desk.tasks, desk.screen);
    private int size = 120;
    private boolean broken;

    private Connection<Integer> page(@Nullable String after) {
        if (broken) {
            throw new PortalException(ErrorCode.STORAGE_UNAVAILABLE, "Later.");
        }
        var from = after == null ? 0 : Integer.parseInt(after);
        var to = Math.min(size, from + 50);
        return new Connection<>(
                IntStream.range(from, to)
                        .mapToObj(number -> new Connection.Edge<>("", number))
                        .toList(),
                new Connection.PageInfo(to < size, String.format(Locale.ROOT, "%d", to)),
                size);
    }

    private void load() {
        list.load(this::page);
        desk.tasks.stepAll();
    }

    @Test
    void loadsTheFirstPageOnly() {
        list.load(this::page);
        assertThat(list.phase().get()).isEqualTo(Phase.LOADING);

        desk.tasks.stepAll();
        assertThat(list.items()).hasSize(50);
        assertThat(list.total().get()).isEqualTo(120);
        assertThat(list.phase().get()).isEqualTo(Phase.READY);
    }

    @Test
    void fetchesMoreWhenTheEndComesNear() {
        load();
        list.need(10);
        assertThat(list.busy().get()).isFalse();

        list.need(30);
        list.need(31);
        desk.tasks.stepAll();
        assertThat(list.items()).hasSize(100).startsWith(0).endsWith(99);
    }

    @Test
    void stopsAtTheEnd() {
        load();
        for (var index = 0; index < 200; index += 20) {
            list.need(index);
            desk.tasks.stepAll();
        }

        assertThat(list.items()).hasSize(120).doesNotHaveDuplicates();
    }

    @Test
    void isEmptyWhenThereIsNothing() {
        size = 0;
        load();

        assertThat(list.phase().get()).isEqualTo(Phase.EMPTY);
    }

    @Test
    void saysWhyTheFirstPageCannotBeHadAndTriesAgain() {
        broken = true;
        load();
        assertThat(list.phase().get()).isEqualTo(Phase.FAILED);
        assertThat(list.failure().get()).isNotEmpty();

        broken = false;
        list.retry();
        desk.tasks.stepAll();
        assertThat(list.phase().get()).isEqualTo(Phase.READY);
    }

    @Test
    void keepsWhatItHasWhenALaterPageCannotBeHad() {
        load();
        broken = true;
        list.need(49);
        desk.tasks.stepAll();
        assertThat(list.items()).hasSize(50);
        assertThat(list.phase().get()).isEqualTo(Phase.READY);
        assertThat(list.failure().get()).isNotEmpty();

        list.need(49);
        assertThat(list.busy().get()).isFalse();
        broken = false;
        list.retry();
        desk.tasks.stepAll();
        assertThat(list.items()).hasSize(100);
    }

    @Test
    void hearsNothingOfASourceThatWasReplaced() {
        list.load(after ->
                new Connection<>(List.of(new Connection.Edge<>("", -1)), new Connection.PageInfo(false, null), 1));
        list.load(this::page);
        desk.tasks.stepAll();

        assertThat(list.items()).hasSize(50).doesNotContain(-1);
    }
}
