package training.powerbi.lakehouse.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RowMapTest {
    /// Keys with few different hashes, so that they meet.
    private record Key(int number) {
        @Override
        public int hashCode() {
            return number % 50;
        }
    }

    private record Row(Key key, int value) {}

    @Test
    void aMapIsWhatItsEditsMadeItAndOlderOnesStay() {
        var random = new Random(1);
        var model = new HashMap<Key, Row>();
        var map = RowMap.<Key, Row>empty(Row::key);
        List<RowMap<Key, Row>> olderMaps = new ArrayList<>();
        List<Map<Key, Row>> olderModels = new ArrayList<>();
        for (var round = 0; round < 60; round++) {
            var edit = map.edit();
            for (var step = 0; step < 40; step++) {
                var key = new Key(random.nextInt(500));
                if (random.nextInt(3) == 0) {
                    assertThat(edit.remove(key)).isEqualTo(model.remove(key));
                } else {
                    var row = new Row(key, random.nextInt());
                    assertThat(edit.put(key, row, step)).isEqualTo(model.put(key, row));
                    assertThat(edit.slot(key)).isEqualTo(step);
                }
            }
            map = edit.freeze();
            olderMaps.add(map);
            olderModels.add(Map.copyOf(model));
        }
        for (var at = 0; at < olderMaps.size(); at++) {
            var expected = olderModels.get(at);
            assertThat(olderMaps.get(at).size()).isEqualTo(expected.size());
            assertThat(olderMaps.get(at).rows()).containsExactlyInAnyOrderElementsOf(expected.values());
        }
        assertThat(map.get(new Key(1_000))).isNull();
        assertThat(map.slot(new Key(1_000))).isEqualTo(-1);
    }

    @Test
    void anEditGoesOnAfterItWasFrozen() {
        var edit = RowMap.<Key, Row>empty(Row::key).edit();
        var key = new Key(1);
        edit.put(key, new Row(key, 1), 0);
        var frozen = edit.freeze();
        edit.put(key, new Row(key, 2), 0);

        assertThat(frozen.get(key)).isEqualTo(new Row(key, 1));
        assertThat(edit.get(key)).isEqualTo(new Row(key, 2));
    }
}
